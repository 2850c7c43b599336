import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { DOCUMENTS } from '@/lib/document/templates/templates';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import { type EntryField, fieldsWhere, hasKind } from '@/lib/domain/entry/entry-fields';
import { isSame, READ_DOCUMENTS } from '@/lib/domain/read-through/place';
import type { PlaceInput } from './place-input';
import { placesOf } from './places';

function fy2022(): PlaceInput {
  const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
  if (!read.ok) throw new Error('the seed document is refused');
  const input = inputFromRead(read.value);
  const categoryId = input.categories[0]?.id ?? '';
  return {
    ...input,
    entries: input.entries.map((entry, index) => ({ ...entry, id: `e${index}`, categoryId, departmentName: '総務課' })),
    carried: [],
  };
}

const entry = (id: string, change: object = {}) => ({ ...ENTRY, id, ...change });
const mixed: PlaceInput = {
  ...INPUT,
  categories: INPUT.categories.map((category) => ({
    ...category,
    totals: { ...category.totals, 2022: 9999, 2023: 9000 },
  })),
  entries: [
    entry('one', { name: '一の事業', mark: 'new', isNew: true, lastYearAmount: 0, remarks: '備考の文' }),
    entry('two', { name: '二の事業', isPriority: false, sortOrder: 2, summary: '一行目。\n二行目。' }),
    entry('three', { name: '三の事業', isMoved: true, sortOrder: 3, amount: null, summary: '一行目。\n二行目。' }),
    entry('gone', { name: '取下げた事業', status: 'withdrawn', sortOrder: 4 }),
  ],
  carried: [
    {
      projectId: 'old',
      name: '終わった事業',
      categoryId: 'b',
      departmentName: '総務課',
      lastYearAmount: 77,
      isMoved: false,
      sortOrder: 1,
    },
  ],
};

/** Words that the program prints by itself, by their paths. */
const FIXED = [
  /^(template|language|paper|author|subject|watermark)$/,
  /\.(kind|caption|unit|corner|empty|level|label|holds)$/,
  /\.columns\.([0-24-6]\.label|[0-4])$/,
  /^sections\.[1-9]\.blocks\.0\.columns\.3\.label$/,
  /\.entries\.\d+\.(name$|figures\.)/,
];
const FIXED_HERE = {
  document: [/^sections\.\d+\.heading$/],
  annex: [/^mark$/, /\.cells\.0$/, /\.notes\.[12]$/],
};
const isLabel = /^sections\.0\.blocks\.0\.rows\.\d+\.label$/;

/** The path of every text of the tree, figures as one. */
function textsIn(node: unknown, path = ''): string[] {
  if (typeof node === 'string') return node === '' ? [] : [path];
  if (typeof node !== 'object' || node === null) return [];
  if ('fiscalYear' in node) return [path];
  return Object.entries(node).flatMap(([key, value]) => textsIn(value, path ? `${path}.${key}` : key));
}

it.each([
  ['FY2022', fy2022()],
  ['a year with every kind of row', mixed],
])('has every printed figure and text of %s exactly once', (_, input) => {
  const places = placesOf(input);
  for (const kind of READ_DOCUMENTS) {
    const model = DOCUMENTS[kind](input);
    const own = places.filter(({ document }) => document === kind).flatMap(({ paths }) => paths);
    const isFixed = (path: string) =>
      !isLabel.test(path) && [...FIXED, ...FIXED_HERE[kind]].some((pattern) => pattern.test(path));
    const rest = textsIn(model).filter((path) => !isFixed(path) && !own.includes(path));
    const named = rest.map((path) => path.split('.').reduce<unknown>((node, key) => (node as never)[key], model));
    // What the program calls a sum, or says of a project that ended.
    expect(named.filter((text) => !['小計', 'その他（別紙掲載分）', '【合計】'].includes(String(text)))).toEqual([]);
    expect(new Set(own).size).toBe(own.length);
    for (const path of own) expect(textsIn(model)).toContain(path);
  }
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
});

it('reads FY2022 in its order, and finds that all of it is what its sources say', () => {
  const places = placesOf(fy2022());
  const document = places.filter((place) => place.document === 'document');
  expect(document.slice(0, 6).map(({ what, value }) => [what, value])).toEqual([
    ['title', '令和４年度 港区関連予算（案）概要'],
    ['mark', '資料Ｄ‐１'],
    ['draftMark', '令和４年度（案）'],
    ['totalLabel', '港区役所予算'],
    ['total', '877,163'],
    ['total', '959,095'],
  ]);
  expect(
    document.filter(({ group }) => group.includes('交流会館')).map(({ what, value }) => [what, value.slice(0, 9)]),
  ).toEqual([
    ['name', '○（仮称）区画整理'],
    ['amount', '2,178,837'],
    ['lastYear', '450,882'],
    ['summary', '弁天町駅前土地区画'],
    ['innovation', '区民意見を踏まえ策'],
  ]);
  expect(places.filter((place) => !isSame(place))).toEqual([]);
});

it('has a place for every field that is printed', () => {
  const placed = placesOf(mixed).flatMap(({ source }) => (source.kind === 'entry' ? [source.field] : []));
  const isRead = (field: EntryField) => !hasKind(field, 'flag', 'option');
  expect(placed).toEqual(expect.arrayContaining(fieldsWhere({ isPrinted: true }).filter(isRead)));
});

it('keeps the keys of the others when an entry is put before them', () => {
  const keys = placesOf(mixed).map(({ key }) => key);
  const more = placesOf({ ...mixed, entries: [entry('zero', { sortOrder: 0 }), ...mixed.entries] }).map(
    ({ key }) => key,
  );
  expect(more.filter((key) => !key.includes('zero'))).toEqual(keys);
});

it('says where the paper is not what its source says', () => {
  const places = placesOf({ ...mixed, entries: [entry('one', { name: '一😀の事業' })] });
  expect(places.filter((place) => !isSame(place)).map(({ value, sourceValue }) => [value, sourceValue])).toEqual([
    ['○一〓の事業', '○一😀の事業'],
    ['一〓の事業', '一😀の事業'],
  ]);
  const personnelNote = '😀※ 人件費を除く';
  const noted = placesOf({ ...mixed, texts: { ...mixed.texts, personnelNote } }).filter(
    ({ what }) => what === 'personnelNote',
  );
  expect(noted.map(({ document, sourceValue }) => [document, sourceValue])).toEqual([
    ['document', personnelNote],
    ['annex', personnelNote],
  ]);
});
