import { expect, it } from 'vitest';
import { readPdf } from '@/scripts/test/read-pdf';
import type { AmountTable, Block, DocumentModel } from './model';
import { toPrintable } from './printable';
import { renderPdf } from './render-pdf';

const cell = (text: string) => ({ fiscalYear: 2023, amountThousandYen: null, text });
const table = (columns: number, labels: readonly string[]): AmountTable => ({
  kind: 'amountTable',
  caption: '表の名',
  unit: '（単位：千円）',
  corner: '区分',
  columns: Array.from({ length: columns }, (_, index) => `列${index}`),
  rows: labels.map((label) => ({ label, level: 2, cells: Array.from({ length: columns }, () => cell(`${label}値`)) })),
  note: '表の注',
});
const list = (names: readonly string[]): Block => ({
  kind: 'entries',
  entries: names.map((name) => ({ name, figures: [], heading: { name, figures: [] }, parts: [] })),
  empty: '掲載なし',
});
const tree = (change: Partial<DocumentModel>): DocumentModel => ({
  template: 'd1',
  language: 'ja',
  paper: 'portrait',
  title: '標題',
  mark: '別紙',
  author: '港区役所',
  subject: '予算',
  watermark: null,
  sections: [],
  ...change,
});

it.each<[name: string, sections: DocumentModel['sections'], printed: string]>([
  ['without a section', [], ''],
  ['with sections that have nothing', [{ heading: '【一】', blocks: [] }], '【一】'],
  [
    'with a table of one column, prose behind the entries, and a third section',
    [
      { heading: '【一】', blocks: [list(['名']), { kind: 'prose', paragraphs: ['文。'] }, table(1, ['行'])] },
      { heading: '【二】', blocks: [] },
      { heading: '【三】', blocks: [list([])] },
    ],
    '【一】名文。（単位：千円）区分列0行行値表の注【二】【三】掲載なし',
  ],
  [
    'with a table of twelve columns and one without rows',
    [{ heading: '【一】', blocks: [table(12, ['甲']), table(2, [])] }],
    `【一】（単位：千円）区分${Array.from({ length: 12 }, (_, index) => `列${index}`).join('')}甲${'甲値'.repeat(12)}表の注（単位：千円）区分列0列1表の注`,
  ],
])('a tree %s is drawn whole', async (_, sections, printed) => {
  const { pages } = await readPdf(renderPdf(toPrintable(tree({ sections }))));
  expect(pages.join('').replace(/\s/g, '')).toBe(`標題別紙${printed}`);
});

const listOf = (count: number): Block => ({
  kind: 'listTable',
  caption: '一覧',
  unit: '（単位：千円）',
  columns: ['番号', '事業名', '額'].map((label) => ({ label, holds: 'text' })),
  rows: Array.from({ length: count }, (_, index) =>
    index === count - 1
      ? { kind: 'total' as const, cells: ['', '小計', '9'] }
      : { kind: 'entry' as const, cells: [`${index}`, '名', '1'] },
  ),
  notes: [],
});

it('leaves no total alone on its page, however long the list is', async () => {
  for (const [before, count] of [
    [2, 17],
    [2, 18],
    [2, 19],
    [10, 9],
    [11, 9],
  ] as const) {
    const lead: Block = { kind: 'prose', paragraphs: Array.from({ length: before }, () => '文。') };
    const sections = [{ heading: '【一】', blocks: [lead, listOf(count)] }];
    const { lines } = await readPdf(renderPdf(toPrintable(tree({ paper: 'landscape', sections }))));
    const ofPages = lines.map((page) => page.map(({ text }) => text.replace(/\s/g, '')));
    const page = ofPages.find((texts) => texts.includes('小計9')) ?? [];
    expect(page.slice(page.indexOf('小計9') - 1)).toEqual([`${count - 2}名1`, '小計9']);
  }
});

it('gives the numbers of pages a column of their own, however long the names in the contents are', async () => {
  const names = Array.from({ length: 9 }, (_, index) => '名'.repeat(43 + index));
  const sections = [
    { heading: '【一】', blocks: [list(names), ...Array.from({ length: 45 }, () => table(2, ['行', '列']))] },
  ];
  const { lines } = await readPdf(renderPdf(toPrintable(tree({ sections }))));
  expect(lines.length).toBeGreaterThanOrEqual(10);
  const ends = (lines[0] ?? []).flatMap(({ text }) => (/^[\d０-９]+$/.test(text.trim()) ? [text] : []));
  expect(ends).toEqual([]);
});
