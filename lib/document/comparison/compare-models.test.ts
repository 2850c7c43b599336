import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentInput } from '@/lib/document/document-input';
import type { Block, DocumentModel } from '@/lib/document/model';
import { piecesOf } from '@/lib/document/pieces';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { DOCUMENTS } from '@/lib/document/templates/templates';
import { ENTRY, INPUT } from '@/lib/document/test-input';
import { compareModels } from './compare-models';

const SEED = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!SEED.ok) throw new Error(SEED.error.code);
const FY2022 = inputFromRead(SEED.value);
const [FIRST, SECOND, THIRD] = ['防災', '子育て', '会館'].map((name, index) => ({
  ...ENTRY,
  name,
  amount: 10 + index,
  lastYearAmount: 5 + index,
  summary: `${name}の概要。`,
  innovation: `${name}の一。\n${name}の二。`,
  sortOrder: index + 1,
}));
if (!FIRST || !SECOND || !THIRD) throw new Error('no entries');
const BASE: DocumentInput = {
  ...INPUT,
  categories: INPUT.categories.map((category) => ({ ...category, totals: { ...category.totals, 2023: 100 } })),
  entries: [FIRST, SECOND, THIRD],
};
const D1 = (input: Partial<DocumentInput> = {}) => DOCUMENTS.document({ ...BASE, ...input });
const ANNEX = (input: Partial<DocumentInput> = {}) => DOCUMENTS.annex({ ...BASE, ...input });
const said = (before: DocumentModel, after: DocumentModel) =>
  compareModels(before, after).map(({ place, kind, before: old, after: now }) => [place, kind, old, now]);
const inOrder = (...entries: DocumentInput['entries']) => entries.map((entry, sortOrder) => ({ ...entry, sortOrder }));
const SECTION = '【２ 重点的に取り組む事業】';

describe('資料', () => {
  it('names an amount by its entry and year, and with it what it adds up to', () => {
    const change = (amount: number) => ({
      entries: [{ ...FIRST, amount }, SECOND, THIRD],
      categories: BASE.categories.map((category) =>
        category.id === 'b' ? { ...category, totals: { ...category.totals, 2023: amount + 90 } } : category,
      ),
    });
    expect(said(D1(change(10)), D1(change(8_406)))).toEqual([
      ['【１ 区長（区ＣＭ）が関与する予算額】の表　令和５年度　総額', 'changed', '300', '8,696'],
      ['【１ 区長（区ＣＭ）が関与する予算額】の表　令和５年度　うち甲', 'changed', '100', '8,496'],
      [`${SECTION}　○防災　令和５年度予算額`, 'changed', '10千円', '8,406千円'],
    ]);
  });

  it('tells a new name from a new entry', () => {
    expect(said(D1(), D1({ entries: [FIRST, { ...SECOND, name: '子ども' }, THIRD] }))).toEqual([
      [`${SECTION}　○子ども　事業名`, 'changed', '○子育て', '○子ども'],
    ]);
    expect(said(D1(), D1({ entries: inOrder(FIRST, SECOND, { ...ENTRY, name: '新' }, THIRD) }))).toEqual([
      [
        `${SECTION}　○新`,
        'added',
        null,
        '○新〈令和５年度予算額：3,898千円、令和４年度予算額：3,592千円〉\n【概要】 概要の文。\n【工夫点】 工夫の文。',
      ],
    ]);
    expect(said(D1(), D1({ entries: [FIRST, THIRD] })).map(([place, kind]) => [place, kind])).toEqual([
      [`${SECTION}　○子育て`, 'removed'],
    ]);
  });

  it('takes an entry of another name, texts and figures in the same place for the same', () => {
    const other = { ...ENTRY, name: '別', sortOrder: 2 };
    expect(said(D1(), D1({ entries: [FIRST, other, THIRD] })).map(([place]) => place)).toEqual([
      `${SECTION}　○別　事業名`,
      `${SECTION}　○別　令和５年度予算額`,
      `${SECTION}　○別　令和４年度予算額`,
      `${SECTION}　○別　【概要】`,
      `${SECTION}　○別　【工夫点】　第１段落`,
      `${SECTION}　○別　【工夫点】　第２段落`,
    ]);
  });

  it('tells what moved, and what changed in it', () => {
    const entries = inOrder(THIRD, FIRST, { ...SECOND, summary: '新しい概要。' });
    expect(said(D1(), D1({ entries }))).toEqual([
      [`${SECTION}　○会館　掲載順`, 'moved', '３番目', '１番目'],
      [`${SECTION}　○子育て　【概要】`, 'changed', '子育ての概要。', '新しい概要。'],
    ]);
  });

  it('compares texts by paragraphs', () => {
    const innovation = '防災の一。\n間の文。\n防災の二は違う。';
    expect(said(D1(), D1({ entries: [{ ...FIRST, innovation }, SECOND, THIRD] }))).toEqual([
      [`${SECTION}　○防災　【工夫点】　第２段落`, 'added', null, '間の文。'],
      [`${SECTION}　○防災　【工夫点】　第３段落`, 'changed', '防災の二。', '防災の二は違う。'],
    ]);
  });

  it('names what else is printed: titles, heads, notes, explanations, the list that is empty', () => {
    const texts = {
      ...BASE.texts,
      title: '別の概要',
      mark: '資料Ｅ',
      draftMark: '',
      personnelNote: '※',
      annexNote: '別',
    };
    const categories = BASE.categories.map((category) => ({ ...category, explanation: `${category.name}とは。` }));
    const one = '【１ 区長（区ＣＭ）が関与する予算額】';
    expect(said(D1(), D1({ texts, categories, entries: [] })).map(([place, kind]) => [place, kind])).toEqual([
      ['標題', 'changed'],
      ['資料番号', 'changed'],
      [`${one}の表　列の見出し`, 'changed'],
      [`${one}の表　注記`, 'changed'],
      [`${one}　説明文　第１段落`, 'changed'],
      [`${one}　説明文　第２段落`, 'changed'],
      [`${one}　説明文　第３段落`, 'changed'],
      [`${one}　説明文　第４段落`, 'changed'],
      [SECTION, 'added'],
      [`${SECTION}　○防災`, 'removed'],
      [`${SECTION}　○子育て`, 'removed'],
      [`${SECTION}　○会館`, 'removed'],
    ]);
  });

  it('follows a category that got another name', () => {
    const categories = BASE.categories.map((category) => ({
      ...category,
      name: category.id === 'b' ? '丙' : category.name,
    }));
    expect(said(D1(), D1({ categories }))).toEqual([
      ['【１ 区長（区ＣＭ）が関与する予算額】の表　うち丙　名称', 'changed', 'うち甲', 'うち丙'],
    ]);
  });

  it('says that a draft became final', () => {
    expect(said(D1({ isDraft: true }), D1())).toEqual([['透かし', 'removed', '案・取扱注意', null]]);
  });
});

describe('別紙', () => {
  it('names a cell by its row and column, and every sum that it changes', () => {
    const places = said(ANNEX(), ANNEX({ entries: [{ ...FIRST, amount: 11, remarks: '国の補助' }, SECOND, THIRD] }));
    expect(places).toEqual([
      ['【１ 甲】　1-1 防災　令和５年度予算額（案）①', 'changed', '10', '11'],
      ['【１ 甲】　1-1 防災　増減①－②', 'changed', '5', '6'],
      ['【１ 甲】　1-1 防災　備考', 'changed', '', '国の補助'],
      ['【１ 甲】　その他（別紙掲載分）　令和５年度予算額（案）①', 'changed', '67', '66'],
      ['【１ 甲】　その他（別紙掲載分）　増減①－②', 'changed', '74', '73'],
    ]);
  });

  it('tells at once that all rows behind a new one have other numbers', () => {
    const entries = inOrder({ ...ENTRY, name: '新', amount: 1, lastYearAmount: 0 }, FIRST, SECOND, THIRD);
    expect(said(ANNEX(), ANNEX({ entries })).slice(0, 2)).toEqual([
      ['【１ 甲】の表　番号', 'changed', '1-1～1-3', '1-2～1-4'],
      ['【１ 甲】　1-1 新', 'added', null, '1-1　新　総務課　1　0　1'],
    ]);
  });

  it('tells a move by the numbers', () => {
    expect(said(ANNEX(), ANNEX({ entries: inOrder(THIRD, FIRST, SECOND) }))).toEqual([
      ['【１ 甲】の表　番号', 'changed', '1-3', '1-1'],
      ['【１ 甲】の表　番号', 'changed', '1-1～1-2', '1-2～1-3'],
    ]);
  });

  it('follows a category to another place', () => {
    const categories = BASE.categories.map((category) => ({
      ...category,
      sortOrder: category.id === 'b' ? 9 : category.sortOrder,
    }));
    expect(said(ANNEX(), ANNEX({ categories })).filter(([place]) => `${place}`.includes('甲'))).toEqual([
      ['【３ 甲】　見出し', 'changed', '【１ 甲】', '【３ 甲】'],
      ['【３ 甲】の表　番号', 'changed', '1-1～1-3', '3-1～3-3'],
    ]);
  });
});

it('finds nothing where nothing differs, and ignores what an edition says about its corrections', () => {
  for (const build of Object.values(DOCUMENTS)) {
    const model = build(FY2022);
    expect(compareModels(model, build(FY2022))).toEqual([]);
    const errata = { heading: '【正誤表】', kind: 'errata' as const, blocks: [] };
    const corrected = { ...model, sections: [...model.sections, errata] };
    expect(compareModels(model, corrected)).toEqual([]);
    expect(compareModels(corrected, model)).toEqual([]);
  }
});

type Leaf = { read: () => string; write: (text: string) => void };
const leaf = <K extends string | number>(of: Record<K, string>, key: K): Leaf => ({
  read: () => of[key],
  write: (text) => {
    of[key] = text;
  },
});
const items = (of: string[]): Leaf[] => of.map((_, index) => leaf(of, index));

function leavesOfBlock(block: Block): Leaf[] {
  switch (block.kind) {
    case 'prose':
      return items(block.paragraphs);
    case 'amountTable':
      return [
        leaf(block, 'unit'),
        leaf(block, 'corner'),
        ...items(block.columns),
        ...block.rows.flatMap((row) => [leaf(row, 'label'), ...row.cells.map((cell) => leaf(cell, 'text'))]),
        leaf(block, 'note'),
      ];
    case 'entries':
      return block.entries.flatMap((entry) => [
        leaf(entry.heading, 'name'),
        ...entry.figures.map((figure) => leaf(figure, 'text')),
        ...entry.parts.flatMap((part) => [leaf(part, 'label'), ...items(part.paragraphs)]),
      ]);
    case 'listTable':
      return [
        leaf(block, 'unit'),
        ...block.columns.map((column) => leaf(column, 'label')),
        ...block.rows.flatMap(({ cells }) =>
          cells.map((cell, index) => (typeof cell === 'string' ? leaf(cells as string[], index) : leaf(cell, 'text'))),
        ),
        ...items(block.notes),
      ];
  }
}

/** Every text that prints by itself: captions and records beside the print don't. */
const leavesOf = (model: DocumentModel): Leaf[] => [
  leaf(model, 'title'),
  leaf(model, 'mark'),
  ...model.sections.flatMap((section) => [leaf(section, 'heading'), ...section.blocks.flatMap(leavesOfBlock)]),
];

describe('any documents', () => {
  const entry = fc.record({
    name: fc.constantFrom('防災', '子育て', '会館', '会館', '公園', '道路'),
    amount: fc.option(fc.integer({ min: -9, max: 9 })),
    summary: fc.constantFrom('一。', '二。', '一。\n二。', '二。\n一。\n三。'),
    mark: fc.constantFrom('new' as const, null),
    categoryId: fc.constantFrom('a', 'b'),
    isPriority: fc.boolean(),
    status: fc.constantFrom('approved' as const, 'draft' as const),
  });
  const input = fc.record({
    entries: fc
      .array(entry, { maxLength: 6 })
      .map((entries) => inOrder(...entries.map((own) => ({ ...ENTRY, ...own })))),
    categories: fc.shuffledSubarray(BASE.categories).map((own) => own.map((of, sortOrder) => ({ ...of, sortOrder }))),
  });
  const printed = (model: DocumentModel) =>
    JSON.stringify([model.title, model.mark, model.watermark, piecesOf(model)], (key, value) =>
      ['caption', 'amountThousandYen', 'fiscalYear', 'isTotal', 'level', 'nameColumn'].includes(key)
        ? undefined
        : value,
    );

  it.each(Object.entries(DOCUMENTS))('%s: nothing is found only where the same prints', (_, build) => {
    fc.assert(
      fc.property(input, input, (one, other) => {
        const [before, after] = [build({ ...BASE, ...one }), build({ ...BASE, ...other })];
        expect(compareModels(before, before)).toEqual([]);
        expect(compareModels(before, after).length === 0).toBe(printed(before) === printed(after));
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it.each(Object.entries(DOCUMENTS))('%s: every changed text is told exactly once, with what it was', (_, build) => {
    fc.assert(
      fc.property(input, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (own, chosen) => {
        const before = build({ ...BASE, ...own });
        const after = structuredClone(before);
        const leaves = leavesOf(after);
        const places = Array.from(new Set(chosen.map((number) => number % leaves.length)));
        const changes = places.map((place, index) => {
          const leaf = leaves[place] as Leaf;
          const change = { old: leaf.read(), now: `《${index}》` };
          leaf.write(change.now);
          return change;
        });
        const found = compareModels(before, after);
        for (const { now } of changes)
          expect(
            found.filter((difference) => difference.after?.includes(now)),
            now,
          ).toHaveLength(1);
        for (const { old, now } of changes) {
          const own = found.find((difference) => difference.after === now);
          if (own) expect(own.before).toBe(old);
        }
      }),
      { numRuns: 100, seed: 12 },
    );
  });
});
