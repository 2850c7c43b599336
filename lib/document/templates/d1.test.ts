import { expect, it } from 'vitest';
import type { DocumentEntry, DocumentInput } from '@/lib/document/document-input';
import { unprintableIn } from '@/lib/document/printable';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import { buildD1 } from './d1';

const build = (change: Partial<DocumentInput> = {}) => buildD1({ ...INPUT, ...change });
const table = (change?: Partial<DocumentInput>) => {
  const block = build(change).sections[0]?.blocks[0];
  if (block?.kind !== 'amountTable') throw new Error('no table');
  return block;
};
const entries = (given: DocumentEntry[]) => {
  const block = build({ entries: given }).sections[1]?.blocks[0];
  if (block?.kind !== 'entries') throw new Error('no entries');
  return block.entries;
};

it('ends its six years with the proposal', () => {
  expect(table().columns).toEqual([
    '平成30年度',
    '令和元年度',
    '令和２年度',
    '令和３年度',
    '令和４年度',
    '令和５年度（案）',
  ]);
});

it('begins with the first year that has a name', () => {
  expect(table({ year: 1991 }).columns).toEqual(['平成元年度', '平成２年度', '平成３年度（案）']);
});

it('heads its own column with what the year says: nothing once the budget has passed', () => {
  const columns = (draftMark: string) => table({ texts: { ...INPUT.texts, draftMark } }).columns.slice(-2);
  expect(columns('（骨格）')).toEqual(['令和４年度', '令和５年度（骨格）']);
  expect(columns('')).toEqual(['令和４年度', '令和５年度']);
});

it.each([1989, 2100])('is printed at the ends of the years: %d', (year) => {
  const heading = buildD1({ ...INPUT, year }).sections[1]?.blocks[0];
  expect(heading?.kind === 'entries' && heading.entries[0]?.heading.figures).toEqual([
    expect.stringContaining('年度予算額：3,898千円、'),
    expect.stringContaining('年度予算額：3,592千円〉'),
  ]);
});

it('prints names with digits in the printed width, and prose as it was written', () => {
  const model = build({
    texts: { ...INPUT.texts, title: '区制9周年予算概要', totalLabel: '区役所予算1' },
    categories: [{ id: 'b', name: '区CM自由経費2', explanation: '2つの説明。', sortOrder: 1, totals: { 2023: 1 } }],
    entries: [{ ...ENTRY, name: '令和4年度から令和１２年度の事業', summary: '令和4年度に。' }],
  });
  const [totals, priority] = model.sections;
  const printed = priority?.blocks[0]?.kind === 'entries' ? priority.blocks[0].entries[0] : undefined;
  expect(model.title).toBe('令和５年度 区制９周年予算概要');
  expect(totals?.blocks[0]).toMatchObject({ rows: [{ label: '区役所予算１' }, { label: 'うち区ＣＭ自由経費２' }] });
  expect(totals?.blocks[1]).toMatchObject({ paragraphs: ['2つの説明。'] });
  expect(printed?.heading.name).toBe('○令和４年度から令和12年度の事業');
  expect(printed?.parts[0]?.paragraphs).toEqual(['令和4年度に。']);
});

it.each([
  ['new', '○≪新規≫事業'],
  ['expanded', '○≪拡充≫事業'],
  ['continued', '○事業'],
  ['ending', '○事業'],
  [null, '○事業'],
] as const)('prints what readers look for before the name: %s', (mark, name) => {
  const [entry] = entries([{ ...ENTRY, mark }]);
  expect([entry?.heading.name, entry?.name]).toEqual([name, '事業']);
  expect(unprintableIn([name])).toEqual([]);
});

it('prints no marks where the year doesn’t', () => {
  const block = build({ texts: { ...INPUT.texts, printsMarks: false }, entries: [{ ...ENTRY, mark: 'new' }] });
  expect(block.sections[1]?.blocks[0]).toMatchObject({ entries: [{ heading: { name: '○事業' } }] });
});

it('says 新規 where there was no such project last year', () => {
  const [entry] = entries([{ ...ENTRY, isNew: true, lastYearAmount: 0 }]);
  expect(entry?.heading.figures).toEqual(['〈令和５年度予算額：3,898千円、', '令和４年度予算額：新規〉']);
});

it('has no section of entries where the totals alone were taken over', () => {
  const headings = (change: Partial<DocumentInput>) => build(change).sections.map(({ heading }) => heading);
  expect(headings({ entries: [], hasTotalsOnly: true })).toEqual(['【１ 区長（区ＣＭ）が関与する予算額】']);
  expect(headings({ entries: [] })).toHaveLength(2);
});

it('prints what is not known as －, never as 0, and sums only what is complete', () => {
  const rows = table().rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]);
  expect(rows).toEqual([
    ['総額', '－', '－', '－', '25', '38', '－'],
    ['うち甲', '－', '－', '－', '－', '11', '12'],
    ['うち乙', '－', '－', '－', '20', '21', '－'],
  ]);
});

it('explains the categories of its own year, in their order', () => {
  expect(build().sections[0]?.blocks[1]).toEqual({ kind: 'prose', paragraphs: ['甲の説明。', '乙の説明。'] });
});

it('prints priority entries in order, without those withdrawn', () => {
  const names = entries([
    { ...ENTRY, name: '二', sortOrder: 2 },
    { ...ENTRY, name: '一', sortOrder: 1 },
    { ...ENTRY, name: '取下げ', status: 'withdrawn' },
    { ...ENTRY, name: '別紙', isPriority: false },
  ]).map(({ name }) => name);
  expect(names).toEqual(['一', '二']);
});

it('heads an entry with both years, － where an amount is not known', () => {
  const [known, blank] = entries([
    ENTRY,
    { ...ENTRY, sortOrder: 2, amount: null, lastYearAmount: 0, summary: ' \n\u3164' },
  ]);
  expect(known?.heading).toEqual({
    name: '○事業',
    figures: ['〈令和５年度予算額：3,898千円、', '令和４年度予算額：3,592千円〉'],
  });
  expect(blank?.heading.figures).toEqual(['〈令和５年度予算額：－、', '令和４年度予算額：0千円〉']);
  expect(blank?.parts[0]).toEqual({ label: '【概要】', paragraphs: ['－'] });
});

it('carries the watermark while it is a draft, whatever it holds', () => {
  expect(build({ isDraft: true }).watermark).toBe('案・取扱注意');
  expect(build({ entries: [{ ...ENTRY, status: 'draft' }] }).watermark).toBeNull();
});

it('refuses an amount that a number cannot hold', () => {
  expect(() => build({ entries: [{ ...ENTRY, amount: 2 ** 53 }] })).toThrow(RangeError);
  const categories = [1, 2].map((sortOrder) => ({
    id: `${sortOrder}`,
    name: `${sortOrder}`,
    explanation: '',
    sortOrder,
    totals: { 2023: Number.MAX_SAFE_INTEGER },
  }));
  expect(() => build({ categories })).toThrow(RangeError);
});

it('is plain data: JSON loses nothing of it', () => {
  expect(JSON.parse(JSON.stringify(build()))).toEqual(build());
});
