import { describe, expect, it } from 'vitest';
import type { DocumentEntry, DocumentInput } from '@/lib/document/document-input';
import { unprintableIn } from '@/lib/document/printable';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import { buildAnnex } from './annex';
import { buildD1 } from './d1';

/** 甲 had 30 last year and has 40, 乙 20 and 21. */
const CATEGORIES: DocumentInput['categories'] = [
  { id: 'a', name: '甲', explanation: '', sortOrder: 1, totals: { 2022: 30, 2023: 40 } },
  { id: 'b', name: '乙', explanation: '', sortOrder: 2, totals: { 2022: 20, 2023: 21 } },
];
const entry = (
  name: string,
  amount: number | null,
  lastYearAmount: number | null,
  change: Partial<DocumentEntry> = {},
) => ({
  ...ENTRY,
  categoryId: 'a',
  name,
  amount,
  lastYearAmount,
  ...change,
});
const build = (change: Partial<DocumentInput> = {}) =>
  buildAnnex({ ...INPUT, categories: CATEGORIES, entries: [], ...change });
const tables = (change?: Partial<DocumentInput>) =>
  build(change).sections.map(({ heading, blocks: [block] }) => {
    if (block?.kind !== 'listTable') throw new Error('no list');
    const rows = block.rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
    return { heading, columns: block.columns.map(({ label }) => label), rows, notes: block.notes };
  });
const rowsOf = (change: Partial<DocumentInput>, category = 0) => tables(change)[category]?.rows;

it('has the title, the mark and the columns of 別紙', () => {
  expect(build({ texts: { ...INPUT.texts, title: '港区関連予算（案）概要' } })).toMatchObject({
    title: '令和５年度 港区関連予算（案）事業一覧',
    mark: '別紙',
    paper: 'landscape',
    template: 'annex',
  });
  expect(tables()[0]).toMatchObject({
    heading: '【１ 甲】',
    columns: ['番号', '事業名', '担当課', '令和５年度予算額（案）①', '令和４年度当初②', '増減①－②', '備考'],
  });
  expect(unprintableIn(tables().flatMap(({ columns, notes }) => [...columns, ...notes]))).toEqual([]);
});

it('lists every entry of a category, those with texts of their own as well, and what they leave of its total', () => {
  const entries = [
    entry('後', 5, 9, { sortOrder: 2, isPriority: false, mark: 'new', isNew: true, remarks: '国の補助' }),
    entry('先', 30, 18, { sortOrder: 1, departmentName: '総務課' }),
    entry('他', 21, 20, { categoryId: 'b' }),
    entry('取下げ', 1, 1, { status: 'withdrawn' }),
  ];
  expect(rowsOf({ entries })).toEqual([
    ['1-1', '先', '総務課', '30', '18', '12', ''],
    ['1-2', '≪新規≫後', '総務課', '5', '9', '△4', '新規、国の補助'],
    ['', 'その他（別紙掲載分）', '', '5', '3', '2', ''],
    ['', '小計', '', '40', '30', '10', ''],
  ]);
  expect(rowsOf({ entries }, 1)).toEqual([
    ['2-1', '他', '総務課', '21', '20', '1', ''],
    ['', '小計', '', '21', '20', '1', ''],
  ]);
});

it('says nothing of what isn’t listed where all is, while an amount is blank', () => {
  const [a, b] = CATEGORIES.map((category) => ({ ...category, totals: { 2022: 30, 2023: null } }));
  const entries = [entry('先', null, 30)];
  const rest = (categories: DocumentInput['categories'], of = entries) =>
    rowsOf({ categories, entries: of })?.filter(([, name]) => name === 'その他（別紙掲載分）');
  if (!a || !b) throw new Error('no categories');
  expect(rest([{ ...a, isAllListed: true }, b])).toEqual([]);
  expect(rest([a, b])).toEqual([['', 'その他（別紙掲載分）', '', '－', '0', '－', '']]);
  expect(rest([{ ...a, isAllListed: true }, b], [entry('先', null, 20)])).toEqual([
    ['', 'その他（別紙掲載分）', '', '0', '10', '△10', ''],
  ]);
});

const carried = {
  name: '旧事業',
  categoryId: 'a',
  departmentName: '保健福祉課',
  lastYearAmount: 12,
  isMoved: false,
  sortOrder: 1,
};

it('prints what ended as 0, below the entries that have numbers', () => {
  expect(rowsOf({ entries: [entry('先', 40, 18)], carried: [carried] })).toEqual([
    ['1-1', '先', '総務課', '40', '18', '22', ''],
    ['', '旧事業', '保健福祉課', '0', '12', '△12', '廃止'],
    ['', '小計', '', '40', '30', '10', ''],
  ]);
});

it('leaves last year’s amount of what has moved where it was, as the list does', () => {
  const moved = entry('移', 10, 8, { isMoved: true, sortOrder: 2 });
  const left = { ...carried, name: '移', categoryId: 'b', lastYearAmount: 8, isMoved: true };
  const change = { entries: [entry('先', 30, 30), moved, entry('他', 21, 12, { categoryId: 'b' })], carried: [left] };
  expect(rowsOf(change)?.slice(1)).toEqual([
    ['1-2', '移', '総務課', '10', '0', '10', '移管'],
    ['', '小計', '', '40', '30', '10', ''],
  ]);
  expect(rowsOf(change, 1)?.slice(1)).toEqual([
    ['', '移', '保健福祉課', '0', '8', '△8', '移管'],
    ['', '小計', '', '21', '20', '1', ''],
  ]);
});

it('prints what is not known as －, and asks for no rest that nobody could list', () => {
  const categories = [{ id: 'a', name: '甲', explanation: '', sortOrder: 1, totals: { 2023: 40 } }];
  expect(rowsOf({ categories, entries: [entry('先', 40, null)] })).toEqual([
    ['1-1', '先', '総務課', '40', '－', '－', ''],
    ['', '小計', '', '40', '－', '－', ''],
  ]);
  expect(rowsOf({ entries: [entry('先', null, 30)] })?.[1]).toEqual([
    '',
    'その他（別紙掲載分）',
    '',
    '－',
    '0',
    '－',
    '',
  ]);
});

it('takes a category that one of two years doesn’t have for 0 in it', () => {
  const former = { id: 'c', name: '旧', explanation: '', sortOrder: 3, totals: { 2022: 6 } };
  const old = { id: 'd', name: '古', explanation: '', sortOrder: 9, totals: { 2019: 6, 2022: 0, 2023: 0 } };
  const found = tables({ categories: [former, old, ...CATEGORIES] });
  expect(found.map(({ heading }) => heading)).toEqual(['【１ 甲】', '【２ 乙】', '【３ 旧】', '【合計】']);
  expect(found[2]?.rows.at(-1)).toEqual(['', '小計', '', '0', '6', '△6', '']);
  expect(found[3]?.rows.at(-1)).toEqual(['', '総額', '', '61', '56', '5', '']);
  const ended = (of: typeof former, last: number) => ({ ...of, totals: { 2021: 9, 2022: last, 2023: 0 } });
  const known = tables({ categories: [...CATEGORIES, ended(former, 6), ended({ ...former, id: 'e' }, 0)] });
  expect(known.map(({ heading }) => heading)).toEqual(found.map(({ heading }) => heading));
});

it('prints no marks where the year doesn’t', () => {
  const texts = { ...INPUT.texts, printsMarks: false };
  expect(rowsOf({ texts, entries: [entry('先', 40, 30, { mark: 'expanded' })] })?.[0]).toEqual([
    '1-1',
    '先',
    '総務課',
    '40',
    '30',
    '10',
    '',
  ]);
});

describe('the sums', () => {
  const change: Partial<DocumentInput> = { categories: CATEGORIES, entries: [entry('先', 12, 8)] };

  it('are those of section 1 of the document', () => {
    const [section] = buildD1({ ...INPUT, ...change }).sections;
    const [block] = section?.blocks ?? [];
    if (block?.kind !== 'amountTable') throw new Error('no table');
    const sums = tables(change)
      .at(-1)
      ?.rows.map((row) => [row[4], row[3]]);
    const ofDocument = block.rows.map(({ cells }) => cells.slice(-2).map(({ text }) => text));
    expect(sums).toEqual([...ofDocument.slice(1), ofDocument[0]]);
  });

  it('are what the rows add up to', () => {
    const ofColumn = (rows: string[][], column: number) =>
      rows.reduce((sum, row) => sum + Number(row[column]?.replace('△', '-')), 0);
    for (const { rows } of tables(change))
      for (const column of [3, 4, 5])
        expect(ofColumn(rows.slice(0, -1), column)).toBe(ofColumn(rows.slice(-1), column));
  });

  it('explain the signs', () => {
    expect(tables(change).at(-1)?.notes).toEqual([
      '※ 注',
      '△は減を示す。',
      '「0」は該当する額がないこと、「－」は金額が定まっていないことを示す。',
    ]);
  });
});

it('carries the document’s watermark', () => {
  expect(build({ entries: [entry('先', 1, 1)], isDraft: true }).watermark).toBe('案・取扱注意');
  expect(build({ entries: [entry('先', 1, 1)] }).watermark).toBeNull();
});
