import { beforeAll, expect, it } from 'vitest';
import { FILE_FORMATS } from '@/lib/document/formats';
import { readText } from '@/lib/document/readers/read-text';
import type { Actor } from '@/lib/domain/actor';
import { type EditionDocumentKind, editionOf } from '@/lib/domain/edition/edition';
import { type Result, succeed } from '@/lib/domain/result';
import { getPrintedPages } from '@/lib/server/document/export';
import { correctEntry } from '@/lib/server/entry/entry-administration';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { closeYear, reopenYear } from '@/lib/server/year/years';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { pdfText } from '@/scripts/tools/pdf-text';
import { getChangedEdition } from './changed-edition';
import { getChangesSince, getEditionDifferences } from './edition-differences';
import { getEditionFile } from './edition-files';
import { getEdition, getEditionDocument, getEditionModels } from './edition-queries';
import { publishEdition } from './editions';
import { getNextEdition, getNextEditionPage } from './next-edition';

const database = testDatabase();
const PATIENCE = { timeout: 120_000 };
const YEAR = 2022;
let admin: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  return () => globalThis.yosanPrinting?.stop();
});

const as = () => ({ actor: admin, address: null });
const reader = () => readerOf(admin, 'document.read');
const publish = async (reason: string, more: object = {}) =>
  publishEdition.execute(as(), await publishInputOf(admin, YEAR, { reason, ...more }));
const version = async () => (await getYearSettings(reader(), YEAR))?.version ?? 0;
const changes = async () => {
  const next = await getNextEdition(reader(), YEAR);
  if (!next) throw new Error('no year');
  const found = await getChangesSince(reader(), next);
  return found && { previous: found.previous, documents: madeOf(found.documents) };
};
const madeOf = <T>(found: Result<T>): T => {
  if (!found.ok) throw new Error(found.code);
  return found.value;
};
const preview = (kind: EditionDocumentKind, page = 1) =>
  getNextEditionPage(readerOf(admin, 'edition.publish'), { year: YEAR, kind }, page);
const file = async (number: number, kind: 'document' | 'errata', format: 'pdf' | 'txt') => {
  const found = await getEditionFile(reader(), null, { year: YEAR, number, kind, format });
  if (!(found?.file instanceof Uint8Array)) throw new Error('no file');
  return { ...found, file: found.file };
};
const text = async (number: number, kind: 'document' | 'errata') =>
  Buffer.from((await file(number, kind, 'txt')).file).toString();

async function correct(word: string, change: Record<string, unknown>) {
  await reopenYear.execute(as(), { year: YEAR, version: await version(), reason: '計数の誤り。' });
  const saved = saveInputOf(await entryOf(database.owner, word, YEAR), change);
  expect((await correctEntry.execute(as(), { ...saved, reason: '誤りのため。' })).ok).toBe(true);
  const confirmed = await listOpenPoints(reader(), YEAR);
  expect((await closeYear.execute(as(), { year: YEAR, version: await version(), confirmed })).ok).toBe(true);
}

it('has nothing to hold the first edition against, and makes no 正誤表 with it', PATIENCE, async () => {
  expect(await changes()).toBeNull();
  expect(await preview('errata')).toMatchObject({ code: 'not_found' });
  expect(await publish('')).toEqual(succeed({ year: YEAR, number: 1 }));
  expect(Object.keys(await getEditionModels(reader(), YEAR, 1)).sort()).toEqual(['annex', 'document']);
  expect(await getEditionDifferences(reader(), YEAR, { from: undefined, to: undefined })).toMatchObject({
    editions: [{ number: 1 }],
    compared: null,
  });
  expect((await changes())?.documents.map(({ differences }) => differences)).toEqual([[], []]);
});

it('publishes what a 訂正版 corrects, by itself and behind the document, for a reason', PATIENCE, async () => {
  const first = await file(1, 'document', 'pdf');
  const ofAdmin = () => getChangedEdition(readerOf(admin, 'year.read'), YEAR);
  expect(await ofAdmin()).toBeNull();
  await reopenYear.execute(as(), { year: YEAR, version: await version(), reason: '確認のため。' });
  const entry = await entryOf(database.owner, '不登校', YEAR);
  for (const step of ['reopen', 'takeBack'] as const) {
    const input = { entryId: entry.id, version: entry.version, ...(step === 'reopen' && { reason: '確認のため。' }) };
    expect(await stepCommands[step].execute(as(), input)).toMatchObject({ ok: true });
  }
  expect(await ofAdmin()).toBeNull();
  await correct('不登校', { innovation: '正しい文。' });
  expect(await ofAdmin()).toEqual({ year: YEAR, number: 1, kind: 'first' });
  const viewer = await actorOf(database.owner, 'viewer');
  expect(await getChangedEdition(readerOf(viewer, 'year.read'), YEAR)).toBeNull();
  const elsewhere = await actorOf(database.owner, 'taisho-admin');
  expect(await getChangedEdition(readerOf(elsewhere, 'year.read'), YEAR)).toBeNull();
  const place = '【２ 重点的に取り組む事業】　○不登校児童生徒アウトリーチ型支援事業　【工夫点】';
  const found = await changes();
  expect(found?.previous).toEqual({ year: YEAR, number: 1, kind: 'first' });
  expect(found?.documents).toEqual([
    { document: 'document', differences: [expect.objectContaining({ place, kind: 'changed', after: '正しい文。' })] },
    { document: 'annex', differences: [] },
  ]);

  expect(await preview('errata')).toMatchObject({ value: { pageCount: 1, file: expect.stringMatching(/^<svg/) } });
  expect(await preview('document', 3)).toMatchObject({ value: { pageCount: 3, file: expect.stringMatching(/^<svg/) } });
  expect(await publish('')).toMatchObject({ code: 'reason_required', fields: { reason: 'required' } });
  expect(await publish('転記の誤りのため。')).toEqual(succeed({ year: YEAR, number: 2 }));
  expect(await ofAdmin()).toBeNull();
  const edition = await getEdition(reader(), YEAR, 2);
  expect(edition?.documents.map(({ kind, files }) => [kind, files.length])).toEqual(
    (['document', 'annex', 'errata'] as const).map((kind) => [kind, FILE_FORMATS.length]),
  );
  const errata = await file(2, 'errata', 'pdf');
  expect(errata.name).toBe('271071_2022_errata_v2.pdf');
  for (const said of [await text(2, 'errata'), await text(2, 'document')]) {
    expect(said).toContain('第１版（初版）を第２版（訂正版）で次のとおり訂正します。');
    expect(said).toContain(`\n1\n${place}`);
    expect(said).toContain('正しい文。\n転記の誤りのため。');
  }
  // The picture is of the same document as the file: what it is drawn of has the same PDF.
  const shown = await getEditionDocument(reader(), { year: YEAR, number: 2, kind: 'document' });
  const [published] = (edition?.documents ?? []).flatMap(({ files }) => files);
  expect(shown && (await getPrintedPages(reader(), shown))).toMatchObject({ value: { sha256: published?.sha256 } });
  const read = readText(await pdfText((await file(2, 'document', 'pdf')).file));
  expect(read.ok && read.value.entries.find(({ name }) => name.startsWith('不登校'))?.innovation).toBe('正しい文。');
  expect(await file(1, 'document', 'pdf')).toEqual(first);
  await expect(file(1, 'errata', 'pdf')).rejects.toThrow('no file');
});

it('corrects the last final edition, whose own 正誤表 is no part of the next one', PATIENCE, async () => {
  await correct('児童虐待', { summary: '正しい概要。' });
  const [place] = (await changes())?.documents.flatMap(({ differences }) => differences) ?? [];
  const reasons = [{ document: 'document', place: place?.place, reason: '概要の転記の誤り。' }];
  expect(await publish('再度の誤り。', { reasons })).toEqual(succeed({ year: YEAR, number: 3 }));
  const said = await text(3, 'errata');
  expect(said).toContain('第２版（訂正版）を第３版（訂正版）で次のとおり訂正します。');
  expect(said).not.toContain('不登校');
  expect(said).toContain('正しい概要。\n概要の転記の誤り。');
  expect(said).not.toContain('再度の誤り。');
  const numbersOf = (found: Awaited<ReturnType<typeof getEditionDifferences>>) => {
    const { from, to, documents } = found?.compared ?? {};
    return [
      from?.number,
      to?.number,
      ...(documents ? madeOf(documents) : []).map(({ differences }) => differences.length),
    ];
  };
  const compared = (from?: number | string, to?: number) =>
    getEditionDifferences(reader(), YEAR, { from: editionOf(from, YEAR), to: editionOf(to, YEAR) });
  expect(numbersOf(await compared())).toEqual([2, 3, 1, 0]);
  expect(numbersOf(await compared(1, 3))).toEqual([1, 3, 2, 0]);
  expect(numbersOf(await compared(3, 3))).toEqual([3, 3, 0, 0]);
  expect(await compared(1, 4)).toBeUndefined();
  expect(await compared('2021-1')).toBeUndefined();
  expect(await publishEdition.execute(as(), await publishInputOf(admin, 2021))).toMatchObject({ ok: true });
  expect((await compared('2021-1', 1))?.compared).toMatchObject({
    from: { year: 2021 },
    to: { year: YEAR, number: 1 },
  });
  expect((await compared(undefined, 1))?.compared?.from).toMatchObject({ year: 2021, number: 1 });
});
