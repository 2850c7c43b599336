import { beforeAll, expect, it } from 'vitest';
import { DOCUMENT_FORMATS, type DocumentFormat, formatIdOf } from '@/lib/document/formats';
import type { Reader } from '@/lib/server/gate/reading';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { getDocument, type YearDocument } from './document';
import { getDocumentFile, getPrintedPages } from './export';

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
    `SELECT actor_id, subject_id, after ->> 'format' AS format, address FROM audit_event
     WHERE operation = 'document.read' AND subject = 'document' ORDER BY id`,
  );
  return rows;
};

it.each(Object.entries<DocumentFormat>(DOCUMENT_FORMATS))('%s is recorded if it is an export', async (name, row) => {
  const format = formatIdOf(name);
  if (!format || !document) throw new Error('nothing to export');
  const before = await exportsOnRecord();
  const printed = await getDocumentFile(reader, '192.0.2.1', document, format, 1);
  expect(printed.ok && printed.value.file?.length).toBeGreaterThan(0);
  const recorded = (await exportsOnRecord()).slice(before.length);
  const expected = { actor_id: reader.accountId, subject_id: document.fiscalYearId, format, address: '192.0.2.1' };
  expect(recorded).toEqual(row.isExport ? [expected] : []);
});

it('counting the pages is no export', async () => {
  const before = await exportsOnRecord();
  if (document) expect(await getPrintedPages(reader, document.model)).toMatchObject({ value: { pageCount: 2 } });
  expect(await exportsOnRecord()).toEqual(before);
});
