import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { DOCUMENT_FORMATS, type DocumentFormat, FILE_FORMATS, formatIdOf } from '@/lib/document/formats';
import type { PrintableModel } from '@/lib/document/printable';
import { modelsOfTexts } from '@/lib/document/source';
import { withStatement } from '@/lib/document/templates/edition-model';
import { modelIn } from '@/lib/document/test-input';
import type { Actor } from '@/lib/domain/actor';
import type { EditionKind } from '@/lib/domain/edition/edition';
import { succeed } from '@/lib/domain/result';
import { getDocument } from '@/lib/server/document/document';
import { Printing } from '@/lib/server/document/printing';
import { correctEntry } from '@/lib/server/entry/entry-administration';
import { editDepartment } from '@/lib/server/people/departments';
import { setReadersNeeded } from '@/lib/server/read-through/read-through';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { closeYear, reopenYear } from '@/lib/server/year/years';
import { actorOf, allRows, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { getEditionFile, prepareEditionFile } from './edition-files';
import { getEdition, getEditionModels, getEditionPage, listEditions } from './edition-queries';
import { publishEdition } from './editions';

const database = testDatabase();
const PATIENCE = { timeout: 120_000 };
let admin: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  return () => globalThis.yosanPrinting?.stop();
});

const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.owner.query(text, values)).rows as Row[];
const as = () => ({ actor: admin, address: '192.0.2.1' });
const reader = () => readerOf(admin, 'document.read');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const publish = async (year: number, changes: object = {}) =>
  publishEdition.execute(as(), await publishInputOf(admin, year, changes));
const versionOf = async (year: number) => (await getYearSettings(reader(), year))?.version ?? 0;
const reopen = async (year: number) =>
  reopenYear.execute(as(), { year, version: await versionOf(year), reason: '計数の誤り。' });
const close = async (year: number) =>
  closeYear.execute(as(), {
    year,
    version: await versionOf(year),
    confirmed: await listOpenPoints(reader(), year),
  });
const correct = async (word: string, year: number, changes: Record<string, unknown>) =>
  correctEntry.execute(as(), {
    ...saveInputOf(await entryOf(database.owner, word, year), changes),
    reason: '誤りのため。',
  });

type StoredFile = {
  year: number;
  number: number;
  edition: EditionKind;
  at: Date;
  kind: 'document' | 'annex';
  model: string;
  modelSha256: string;
  format: string;
  name: string;
  bytes: Buffer;
  sha256: string;
};
const stored = () =>
  rows<StoredFile>(`
    SELECT y.year, e.number, e.kind AS edition, e.published_at AS at, d.kind, d.model::text, d.model_sha256 AS "modelSha256",
      f.format, f.name, f.bytes, f.sha256
    FROM edition e JOIN edition_document d ON d.edition_id = e.id JOIN edition_file f ON f.document_id = d.id
    JOIN fiscal_year y ON y.id = e.fiscal_year_id ORDER BY e.number, d.kind, f.format`);

it(
  'keeps a closed year’s document and annex as the 初版, with every file, the figures and a record',
  PATIENCE,
  async () => {
    expect(await publish(2022)).toEqual(succeed({ year: 2022, number: 1 }));
    const [edition, ...others] = await listEditions(reader());
    expect(others).toEqual([]);
    expect(edition).toMatchObject({ year: 2022, number: 1, kind: 'first', reason: null, publishedBy: admin.name });
    expect(edition?.documents.map(({ kind, files }) => [kind, files.map(({ format }) => format)])).toEqual([
      ['document', FILE_FORMATS],
      ['annex', FILE_FORMATS],
    ]);
    const live = await getDocument(reader(), 2022);
    const { document } = modelsOfTexts(await getEditionModels(reader(), 2022, 1));
    expect(modelIn(live)?.watermark).toBe('案・取扱注意');
    expect(document).toEqual({ ...modelIn(live), watermark: null });

    for (const file of await stored()) {
      expect([hashOf(file.bytes), hashOf(Buffer.from(file.model))]).toEqual([file.sha256, file.modelSha256]);
      if (file.format === 'txt') {
        expect(file.bytes.toString()).toMatch(
          new RegExp(`^令和４年度 第１版（初版）　20\\d\\d年\\d+月\\d+日　${file.modelSha256.slice(0, 8)}\\n`),
        );
        expect(file.bytes.toString()).not.toContain('取扱注意');
      }
    }
    const figures = await rows(`SELECT name, amount FROM edition_entry ORDER BY sort_order`);
    expect(figures).toEqual(
      await rows(
        `SELECT e.name, e.amount FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id
      WHERE y.year = 2022 AND e.ward_id = $1 ORDER BY e.sort_order`,
        [admin.wardId],
      ),
    );
    expect(figures).toHaveLength(5);
    expect(await rows('SELECT name, recorded_total FROM edition_category ORDER BY sort_order')).toEqual([
      { name: '区長自由経費', recorded_total: '2497177' },
      { name: '区ＣＭ自由経費', recorded_total: '567599' },
    ]);
    const [event] = await rows<{ after: { files: unknown[]; models: unknown[] } }>(
      `SELECT after, subject_year FROM audit_event WHERE operation = 'edition.publish'`,
    );
    expect(event).toMatchObject({ subject_year: 2022, after: { number: 1, kind: 'first' } });
    expect(event?.after.files).toHaveLength(2 * FILE_FORMATS.length);
    expect(event?.after.models).toHaveLength(2);
  },
);

it('gives the same bytes of the same model: every stored file, drawn again', PATIENCE, async () => {
  const files = await stored();
  expect(files).toHaveLength(2 * FILE_FORMATS.length);
  for (const { year, number, edition, at, model, format, name, bytes } of files) {
    const id = formatIdOf(format);
    if (!id) throw new Error(format);
    const { render }: DocumentFormat = DOCUMENT_FORMATS[id];
    const printable = withStatement({ year, number, kind: edition }, at, JSON.parse(model) as PrintableModel);
    const again = await render(printable, { page: 1, name });
    expect(Buffer.from(again ?? '').equals(bytes), name).toBe(true);
  }
});

it('hands out the stored bytes and records it, one by one and together', PATIENCE, async () => {
  const before = await rows('SELECT FROM audit_event');
  const asked = { year: 2022, number: 1, kind: 'document' } as const;
  const ready = await prepareEditionFile(reader(), { ...asked, format: 'pdf' });
  expect(ready).toMatchObject({ file: null, name: '271071_2022_d1_v1.pdf' });
  expect(await rows('SELECT FROM audit_event')).toHaveLength(before.length);
  const pdf = await getEditionFile(reader(), '192.0.2.1', { ...asked, format: 'pdf' });
  const zip = await getEditionFile(reader(), null, { ...asked, kind: 'annex', format: 'zip' });
  const again = await prepareEditionFile(reader(), { ...asked, kind: 'annex', format: 'zip' });
  if (!(pdf?.file instanceof Uint8Array && zip?.file instanceof Uint8Array)) throw new Error('no file');
  const files = await stored();
  expect(files.find(({ name }) => name === pdf.name)?.sha256).toBe(hashOf(pdf.file));
  expect([zip.name, again?.bytes]).toEqual(['271071_2022_annex_v1.zip', zip.file.length]);
  const packed = unzipSync(zip.file);
  expect(Object.keys(packed)).toHaveLength(FILE_FORMATS.length);
  for (const [name, bytes] of Object.entries(packed))
    expect(files.find((file) => file.name === name)?.sha256).toBe(hashOf(bytes));
  expect(strFromU8(packed['271071_2022_annex_v1.txt'] ?? new Uint8Array())).toContain('第１版（初版）');
  expect(await rows(`SELECT after FROM audit_event WHERE operation = 'document.read' ORDER BY sequence`)).toEqual([
    { after: { document: 'document', format: 'pdf', edition: 1, bytes: pdf.bytes, sha256: hashOf(pdf.file) } },
    {
      after: {
        document: 'annex',
        format: 'zip',
        edition: 1,
        bytes: zip.bytes,
        sha256: hashOf(zip.file),
        files: Object.entries(packed).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) })),
      },
    },
  ]);
  expect(await getEditionFile(reader(), null, { ...asked, number: 2, format: 'pdf' })).toBeUndefined();
  expect(await getEditionFile(reader(), null, { ...asked, kind: 'errata', format: 'pdf' })).toBeUndefined();
  expect(await getEditionPage(reader(), asked, 1)).toMatchObject({ ok: true, value: { pageCount: 2 } });
  expect(await getEditionPage(reader(), { ...asked, number: 2 }, 1)).toMatchObject({ code: 'not_found' });
});

it('publishes nothing that changed since it was seen', PATIENCE, async () => {
  const seen = await publishInputOf(admin, 2022, { reason: '計数の誤り。' });
  expect((await reopen(2022)).ok).toBe(true);
  expect((await correct('不登校', 2022, { innovation: '正しい文。' })).ok).toBe(true);
  await rows('UPDATE entry SET amount = 3899 WHERE id = $1', [(await entryOf(database.owner, '不登校', 2022)).id]);
  expect((await close(2022)).ok).toBe(true);
  const before = await allRows(database.owner);
  expect(await publishEdition.execute(as(), seen)).toMatchObject({ code: 'conflict' });
  expect(await allRows(database.owner)).toEqual(before);
});

it('publishes a 訂正版 for a reason, and changes nothing of the edition before it', PATIENCE, async () => {
  const first = await stored();
  expect(await publish(2022)).toMatchObject({ code: 'reason_required', fields: { reason: 'required' } });
  expect(await publish(2022, { reason: '計数の誤り。' })).toEqual(succeed({ year: 2022, number: 2 }));
  expect(await getEdition(reader(), 2022, 2)).toMatchObject({ kind: 'corrected', reason: '計数の誤り。' });
  const departments = await rows<{ id: string; version: number }>(
    'SELECT id, version FROM department WHERE ward_id = $1',
    [admin.wardId],
  );
  for (const { id: departmentId, version } of departments)
    expect(
      (await editDepartment.execute(as(), { departmentId, version, name: `新${version}${departmentId.slice(-4)}` })).ok,
    ).toBe(true);
  expect((await reopen(2022)).ok).toBe(true);
  expect((await correct('児童虐待', 2022, { summary: '別の文。' })).ok).toBe(true);
  const now = await stored();
  expect(now.filter(({ number }) => number === 1)).toEqual(first);
  expect(
    await rows(`SELECT amount FROM edition_entry s JOIN edition e ON e.id = s.edition_id
    WHERE s.name LIKE '%不登校%' ORDER BY e.number`),
  ).toEqual([{ amount: '3898' }, { amount: '3899' }]);
  expect(JSON.stringify(await getEditionModels(reader(), 2022, 2))).not.toContain('別の文。');
});

it('publishes an open year as 案, once what stands against it is mended or confirmed', PATIENCE, async () => {
  const settled = (await listOpenPoints(reader(), 2023)).filter(({ kind }) => kind !== 'undecided');
  expect(await publish(2023, { confirmed: settled })).toMatchObject({ code: 'points_unconfirmed' });
  await setReadersNeeded.execute(as(), { before: 0, after: 1 });
  expect(await publish(2023, { confirmed: await listOpenPoints(reader(), 2023) })).toMatchObject({
    code: 'points_unconfirmed',
  });
  expect(await publish(2023)).toEqual(succeed({ year: 2023, number: 1 }));
  await setReadersNeeded.execute(as(), { before: 1, after: 0 });
  const edition = await getEdition(reader(), 2023, 1);
  expect(edition?.kind).toBe('draft');
  const confirmed = edition?.confirmed.map(({ kind }) => kind) ?? [];
  expect(confirmed).toEqual(expect.arrayContaining(['undecided', 'unread', 'blankAnnex']));
  expect(await close(2023)).toMatchObject({ code: 'entries_undecided' });
  expect(modelsOfTexts(await getEditionModels(reader(), 2023, 1)).annex?.watermark).toBe('案・取扱注意');
  expect(await publish(2024, { seen: '0'.repeat(64) })).toMatchObject({ code: 'not_found' });
});

it('makes nothing final of a document with holes in it', PATIENCE, async () => {
  const { yosanPrinting } = globalThis;
  class Torn extends Printing {
    override async print(...asked: Parameters<Printing['print']>) {
      const printed = await super.print(...asked);
      return printed.ok ? succeed({ ...printed.value, holes: ['text' as const] }) : printed;
    }
  }
  const torn = new Torn();
  globalThis.yosanPrinting = torn;
  await rows(`UPDATE entry SET status = 'approved', amount = coalesce(amount, 1) WHERE status <> 'withdrawn'`);
  expect((await close(2023)).ok).toBe(true);
  const before = await allRows(database.owner);
  expect(await publish(2023)).toMatchObject({ code: 'edition_incomplete' });
  expect(await allRows(database.owner)).toEqual(before);
  torn.stop();
  globalThis.yosanPrinting = yosanPrinting;
});
