import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { DOCUMENT_FORMATS, type DocumentFormat, formatIdOf } from '@/lib/document/formats';
import type { Reader } from '@/lib/server/gate/reading';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { getDocument, type YearDocument } from './document';
import { getDocumentFile, getPageImage, getPrintedPages, prepareDocumentFile } from './export';

const database = testDatabase();
let reader: Reader;
let document: YearDocument | undefined;

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'document.read');
  document = await getDocument(reader, 2022);
  return () => globalThis.yosanPrinting?.stop();
});

const exportsOnRecord = async () => {
  const { rows } = await database.owner.query(
    `SELECT actor_id, subject_id, after, address FROM audit_event
     WHERE operation = 'document.read' AND subject = 'document' ORDER BY id`,
  );
  return rows;
};

it.each(Object.entries<DocumentFormat>(DOCUMENT_FORMATS).filter(([, { isExport }]) => isExport))(
  '%s is recorded with its size and hash when it is taken out, and not before',
  async (name, { extension }) => {
    const format = formatIdOf(name);
    if (!format || format === 'svg' || !document) throw new Error('nothing to export');
    const before = await exportsOnRecord();
    const ready = await prepareDocumentFile(reader, document, format);
    expect(await exportsOnRecord()).toEqual(before);
    const taken = await getDocumentFile(reader, '192.0.2.1', document, format);
    if (!ready.ok || !taken.ok) throw new Error('not printed');
    const file = Buffer.from(taken.value.file ?? '');
    expect([ready.value, taken.value.name]).toEqual([
      { file: null, bytes: file.length, name: taken.value.name },
      `271071_2022_d1_draft.${extension}`,
    ]);
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect((await exportsOnRecord()).slice(before.length)).toEqual([
      {
        actor_id: reader.accountId,
        subject_id: document.fiscalYearId,
        after: {
          document: 'document',
          format,
          isDraft: true,
          bytes: file.length,
          sha256,
          ...(format === 'zip' && {
            files: Object.entries(unzipSync(file)).map(([of, bytes]) => ({
              name: of,
              bytes: bytes.length,
              sha256: createHash('sha256').update(bytes).digest('hex'),
            })),
          }),
        },
        address: '192.0.2.1',
      },
    ]);
  },
);

it('a draft says in its name and in the record that it is one', async () => {
  const draft = await getDocument(reader, 2023, 'annex');
  const taken = draft && (await getDocumentFile(reader, null, draft, 'txt'));
  expect(taken?.ok && taken.value.name).toBe('271071_2023_annex_draft.txt');
  expect(taken?.ok && taken.value.file).toMatch(/^案・取扱注意　確定前の資料（令和\d+年\d+月\d+日 \d\d:\d\d現在）\n/);
  expect((await exportsOnRecord()).at(-1)).toMatchObject({ after: { document: 'annex', isDraft: true } });
});

it('a page for the screen and the count of pages are no exports', async () => {
  const before = await exportsOnRecord();
  if (!document) throw new Error('no document');
  expect(await getPrintedPages(reader, document)).toMatchObject({ value: { pageCount: 2 } });
  expect(await getPageImage(reader, document, 1)).toMatchObject({ ok: true });
  expect(await exportsOnRecord()).toEqual(before);
});
