import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentInput } from '@/lib/document/document-input';
import { DOCUMENT_FORMATS, type DocumentFormat, type FormatId } from '@/lib/document/formats';
import { type PrintableModel, toPrintable } from '@/lib/document/printable';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { renderPdf } from '@/lib/document/render-pdf';
import { buildErrata, withErrata } from '@/lib/document/templates/errata';
import { DOCUMENTS } from '@/lib/document/templates/templates';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import { formatAmount } from '@/lib/domain/amount';
import { textOfCell } from '@/lib/text/csv';
import { readPdf } from '@/scripts/test/read-pdf';
import { documentFile } from './render-json';

const SEED = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!SEED.ok) throw new Error(SEED.error.code);
const FY2022 = inputFromRead(SEED.value);
const NASTY = '=1+1 <b>&amp;"甲"</b> \'乙\' ＠丙';
const STRANGE = 'あ\u0001\u000b\u2028い\ud83d𠮷😀か\u3099辻\u{e0100}葛\u{e01ef}\u200b#let $x$ *b* ]]> \\n {a}';
const DRAFT: DocumentInput = {
  ...INPUT,
  isDraft: true,
  texts: { ...INPUT.texts, title: '＝概要 & <i>', personnelNote: '-5' },
  entries: [
    { ...ENTRY, name: NASTY, amount: null, summary: `@一\n\t二\n${'長い文。'.repeat(340)}`, status: 'draft' },
    { ...ENTRY, name: '髙﨑―Ⅱ①㈱—é', amount: -1234, isNew: true, mark: 'new', sortOrder: 2, innovation: "'=三" },
    { ...ENTRY, name: STRANGE, sortOrder: 4, summary: STRANGE, innovation: STRANGE },
    { ...ENTRY, name: '別紙だけの事業', amount: 0, isPriority: false, sortOrder: 3, remarks: '+備考' },
  ],
};
/** Two editions of 60 entries: in the second so many have other figures, and of five the text is another, too. */
const editionOf = (changes: number, isSecond: boolean, hasTexts: boolean) => {
  const entries = Array.from({ length: 60 }, (_, index) => {
    const isChanged = isSecond && index < changes;
    const [old, now] =
      hasTexts && index < 5 ? [NASTY + '長い文。'.repeat(330), `@新しい文${index}。`.repeat(130)] : ['文。', '文。'];
    const summary = isChanged ? now : old;
    return { ...ENTRY, name: `事業${index + 100}号`, amount: isChanged ? 7 : 5, summary, sortOrder: index };
  });
  const input: DocumentInput = { ...INPUT, entries };
  const [number, kind] = isSecond ? ([2, 'corrected'] as const) : ([1, 'first'] as const);
  return {
    edition: { year: INPUT.year, number, kind },
    document: DOCUMENTS.document(input),
    annex: DOCUMENTS.annex(input),
  };
};
const errataOf = (changes: number) =>
  buildErrata(editionOf(0, false, changes === 5), editionOf(changes, true, changes === 5), '=転記誤りのため');

const MODELS: Record<string, PrintableModel> = {
  'FY2022, 資料': toPrintable(DOCUMENTS.document(FY2022)),
  'FY2022, 別紙': toPrintable(DOCUMENTS.annex(FY2022)),
  'a draft, 資料': { ...toPrintable(DOCUMENTS.document(DRAFT)), statement: '確定前の資料（14:05現在）' },
  'a draft, 別紙': { ...toPrintable(DOCUMENTS.annex(DRAFT)), statement: '確定前の資料（14:05現在）' },
  'a 正誤表 without a change': toPrintable(errataOf(0)),
  'a 正誤表 of one change': toPrintable(errataOf(1)),
  'a 正誤表 of 5 changes': toPrintable(errataOf(5)),
  'a 正誤表 of 60 changes': toPrintable(errataOf(60)),
  'FY2022, 資料 with a 正誤表': toPrintable(withErrata(DOCUMENTS.document(FY2022), errataOf(2))),
  'without entries': toPrintable(DOCUMENTS.document({ ...INPUT, entries: [] })),
};
const models = Object.entries(MODELS);

async function draw(id: FormatId, model: PrintableModel): Promise<Uint8Array | string> {
  const format: DocumentFormat = DOCUMENT_FORMATS[id];
  const file = await format.render(model, { page: 1, name: 'd1' });
  if (file === null) throw new Error('no file');
  return file;
}

const DRAWN = new Map<PrintableModel, Map<FormatId, Promise<Uint8Array | string>>>(
  models.map(([, model]) => [model, new Map()]),
);
/** Each file once: many tests read it. */
function render(id: FormatId, model: PrintableModel): Promise<Uint8Array | string> {
  const known = DRAWN.get(model)?.get(id) ?? draw(id, model);
  DRAWN.get(model)?.set(id, known);
  return known;
}
const textOf = async (id: FormatId, model: PrintableModel): Promise<string> => {
  const file = await render(id, model);
  return typeof file === 'string' ? file : strFromU8(file);
};
const filesOf = async (id: FormatId, model: PrintableModel): Promise<Record<string, string>> => {
  const file = await render(id, model);
  if (typeof file === 'string') throw new Error('no ZIP');
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decoded = (xml: string): string => xml.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? name);
const dense = (text: string): string => text.replace(/\s/g, '');
const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;
const inner = (xml: string, tag: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, 'g')), ([, text = '']) => text);

/** What a file says before the document, as far as it isn't final. */
const notice = ({ watermark, statement }: PrintableModel): string => (watermark ?? '') + (statement ?? '');
/** What the PDF says, which is what the tree says in the order of print. */
const PRINTED = new Map(
  models.map(([, model]) => [model, readPdf(renderPdf(model)).then(({ pages }) => dense(pages.join('')))]),
);

type Sheet = { xml: string; cells: { at: string; value: string | number }[] };
async function sheetOf(model: PrintableModel, number: number): Promise<Sheet> {
  const files = await filesOf('xlsx', model);
  const strings = inner(files['xl/sharedStrings.xml'] ?? '', 'si').map((item) => decoded(inner(item, 't').join('')));
  const xml = files[`xl/worksheets/sheet${number}.xml`] ?? '';
  const cells = Array.from(xml.matchAll(/<c r="(\w+)"([^>]*)><v>(.*?)<\/v>/g), ([, at = '', kind = '', value]) => ({
    at,
    value: kind.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value),
  }));
  return { xml, cells };
}

const wordText = (files: Record<string, string>): string =>
  decoded(inner(files['word/document.xml'] ?? '', 'w:t').join(''));

/** Text formats, each read by what knows nothing of how it was written. */
const READ: Record<string, (model: PrintableModel) => Promise<string>> = {
  docx: async (model) => {
    const files = await filesOf('docx', model);
    return decoded(inner(files['word/header1.xml'] ?? '', 'w:t').join('')) + wordText(files);
  },
  xlsx: async (model) =>
    [...(await sheetOf(model, 1)).cells, ...(await sheetOf(model, 3)).cells]
      .map(({ value }) => (typeof value === 'number' ? formatAmount(value) : value))
      .join(''),
  html: async (model) => decoded((inner(await textOf('html', model), 'body')[0] ?? '').replace(/<[^>]*>/g, '')),
  fragment: async (model) => decoded((await textOf('fragment', model)).replace(/<[^>]*>/g, '')),
  txt: (model) => textOf('txt', model),
};

describe.each(models)('%s', (_, model) => {
  it.each(Object.keys(READ))('says in %s what the PDF says, in the same order, and that it is a draft', async (id) => {
    expect(dense((await READ[id]?.(model)) ?? '')).toBe(dense(notice(model)) + (await PRINTED.get(model)));
  });

  it('is the same tree when its JSON is read, and holds to its schema', async () => {
    const read = documentFile.parse(JSON.parse(await textOf('json', model)));
    expect(read).toEqual(JSON.parse(JSON.stringify(model)));
    const schema = JSON.parse(await textOf('schema', model));
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(read)));
  });

  it('gives the same bytes on another day', async () => {
    for (const id of ['docx', 'xlsx', 'csv', 'html', 'txt', 'json'] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
      const later = await draw(id, model);
      vi.useRealTimers();
      expect(Buffer.from(await render(id, model)).equals(Buffer.from(later)), id).toBe(true);
    }
  });
});
afterEach(() => vi.useRealTimers());

it('prints on each page of a draft of when it is, beside the document', async () => {
  const { pages, artifacts } = await readPdf(renderPdf(MODELS['a draft, 資料'] as PrintableModel));
  expect(artifacts.length).toBeGreaterThan(1);
  for (const artifact of artifacts) expect(dense(artifact)).toContain('確定前の資料（14:05現在）');
  expect(pages.join('')).not.toContain('14:05');
});

describe('the table for machines', () => {
  type Row = Record<string, string>;
  /** As a spreadsheet shows it, and then without the apostrophe that keeps texts texts. */
  const rowsOf = (csv: string): Row[] =>
    parse(csv, {
      columns: true,
      cast: (value, { quoting }) => (quoting ? textOfCell(value) : value),
    });

  const strings = (node: unknown, key = ''): string[] => {
    if (typeof node === 'string')
      return [
        'kind',
        'template',
        'language',
        'paper',
        'holds',
        'caption',
        'corner',
        'author',
        'subject',
        'empty',
        'unit',
      ].includes(key)
        ? []
        : [node];
    if (typeof node !== 'object' || node === null) return [];
    if ('amountThousandYen' in node && node.amountThousandYen !== null) return [String(node.amountThousandYen)];
    return Object.entries(node).flatMap(([of, value]) => strings(value, Array.isArray(node) ? key : of));
  };

  it.each(models)('has every text and number of %s, and a row for each', async (_, model) => {
    const csv = await textOf('csv', model);
    const rows = rowsOf(csv.slice(1));
    const cells = new Set(rows.flatMap((row) => [...Object.keys(row), ...Object.values(row)]));
    const whole = dense(Array.from(cells).join('\n'));
    expect(csv.startsWith('\ufeff"資料番号","資料名",')).toBe(true);
    for (const text of strings(model)) expect(whole).toContain(dense(text));
    for (const row of rows) expect(row['年度（西暦）'] ?? '').toMatch(/^(20\d\d)?$/);
    expect(rows.filter((row) => (row.金額 ?? '') !== '').every((row) => row.単位 === '千円')).toBe(true);
  });

  it('tells what is added up from what is a sum', async () => {
    const rows = rowsOf((await textOf('csv', MODELS['FY2022, 別紙'] as PrintableModel)).slice(1));
    const ofYear = rows.filter((row) => row['年度（西暦）'] === '2022' && row.種別?.endsWith('①') && row.金額 !== '');
    const sumOf = (...kinds: string[]) =>
      ofYear.filter((row) => kinds.includes(row.行の区分 ?? '')).reduce((sum, row) => sum + Number(row.金額), 0);
    expect(sumOf('事業', 'その他の事業')).toBe(3_064_776);
    expect(sumOf('経費区分')).toBe(3_064_776);
    expect(sumOf('計')).toBe(2 * 3_064_776);
  });

  it('keeps amounts plain numbers, negative ones too, and nothing that a spreadsheet would run', async () => {
    for (const [, model] of models) {
      const cells: string[][] = parse((await textOf('csv', model)).slice(1));
      for (const row of cells.slice(1))
        for (const cell of row) expect(cell).toMatch(/^(-?\d+|'[\s\S]*|(?![\s]*[=+\-@＝＋－＠−])[\s\S]*)$/);
    }
    expect(await textOf('csv', MODELS['a draft, 資料'] as PrintableModel)).toContain(',-1234,"千円"');
  });

  it('is in CP932 what it is in Unicode, but for characters that each row lists', async () => {
    const model = MODELS['a draft, 資料'] as PrintableModel;
    const bytes = await render('csv-cp932', model);
    if (typeof bytes === 'string') throw new Error('no bytes');
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    const rows = rowsOf(text);
    const expected = rowsOf((await textOf('csv', model)).slice(1));
    expect(rows.map(({ CP932にない文字: _, ...row }) => row)).toEqual(
      expected.map((row) =>
        JSON.parse(JSON.stringify(row).replaceAll('é', '〓').replaceAll('—', '〓').replaceAll('\u{e0100}', '')),
      ),
    );
    const lists = new Set(rows.map((row) => row.CP932にない文字));
    expect(lists).toEqual(new Set(['', 'U+2014 U+00E9', 'U+E0100']));
    expect(text).not.toContain('?');
  });

  it.each(models)('is the second sheet of %s: one table, no merged cell, numbers as numbers', async (_, model) => {
    const { xml, cells } = await sheetOf(model, 2);
    const [heads = [], ...rows]: string[][] = parse((await textOf('csv', model)).slice(1));
    expect(xml).not.toContain('mergeCell');
    expect(cells.filter(({ at }) => /^[A-Z]+1$/.test(at)).map(({ value }) => value)).toEqual(heads);
    const amounts = cells.flatMap(({ value }) => (typeof value === 'number' ? [`${value}`] : []));
    const column = (name: string) => heads.indexOf(name);
    expect(amounts).toEqual(
      rows.flatMap((row) =>
        [row[column('年度（西暦）')] ?? '', row[column('金額')] ?? ''].filter((cell) => cell !== ''),
      ),
    );
  });
});

it('is FY2022 again when its text is read in', async () => {
  const read = readText(await textOf('txt', MODELS['FY2022, 資料'] as PrintableModel));
  expect(read.ok && DOCUMENTS.document(inputFromRead(read.value))).toEqual(DOCUMENTS.document(FY2022));
});

it('is known as an Office file by what stands first in it', async () => {
  for (const id of ['docx', 'xlsx'] as const)
    expect(Object.keys(await filesOf(id, MODELS['FY2022, 資料'] as PrintableModel))[0]).toBe('[Content_Types].xml');
});

it.each(models)('has nothing in the XML of %s that XML may not have', async (_, model) => {
  for (const id of ['docx', 'xlsx'] as const)
    for (const [name, xml] of Object.entries(await filesOf(id, model)))
      expect(xml, name).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!\w+;|#)/);
});

describe('Word', () => {
  it.each(models)('has a style for everything of %s, heads that repeat, and numbered pages', async (_, model) => {
    const files = await filesOf('docx', model);
    const xml = files['word/document.xml'] ?? '';
    const styles = files['word/styles.xml'] ?? '';
    const used = new Set(Array.from(xml.matchAll(/<w:[pr]Style w:val="(\w+)"/g), ([, id]) => id));
    const defined = new Set(Array.from(styles.matchAll(/w:styleId="(\w+)"/g), ([, id]) => id));
    expect(Array.from(used).filter((id) => !defined.has(id))).toEqual([]);
    expect(count(xml, '<w:p>') + count(xml, '<w:p ')).toBe(count(xml, /<w:pStyle /));
    expect(count(xml, '<w:tblHeader/>')).toBe(count(xml, '<w:tbl>'));
    expect(styles).toMatch(/w:eastAsia="BIZ UD明朝 Medium"/);
    expect(styles).toMatch(/<w:lang [^>]*w:eastAsia="ja-JP"/);
    const page = model.paper === 'landscape' ? 'w:w="16838" w:h="11906"' : 'w:w="11906" w:h="16838"';
    expect(xml).toContain(page);
    expect(files['word/footer1.xml']).toMatch(/PAGE[\s\S]*NUMPAGES/);
  });
});

describe('the page', () => {
  it.each(models)('needs nothing from anywhere, and has headings in order: %s', async (_, model) => {
    const html = await textOf('html', model);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="ja">/);
    expect(html).not.toMatch(/ (src|href)=|@import|url\(|<script/);
    const levels = Array.from(html.matchAll(/<h(\d)/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(count(html, '<table>')).toBe(count(html, '<caption>'));
    const fragment = await textOf('fragment', model);
    expect(fragment).not.toMatch(/<style|<html|<h1| style=/);
    expect(html.replaceAll(/<(\/?)h(\d)>/g, (_match, end, level) => `<${end}h${Number(level) + 1}>`)).toContain(
      fragment.trim(),
    );
  });
});
