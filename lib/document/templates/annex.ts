import type { CarriedEntry, DocumentCategory, DocumentEntry, DocumentInput } from '@/lib/document/document-input';
import type { DocumentModel, Figure, ListColumn, ListTable, Section } from '@/lib/document/model';
import { formatAmount } from '@/lib/domain/amount';
import { difference, sumOrNull } from '@/lib/domain/year/totals';
import { documentText, annexDocumentText as text } from '@/lib/text/document/document';
import { countedEntries, figure, inOrder, inPrintedWidth, watermarkOf } from './d1';

/** What a row of the list may say. */
type Row = {
  kind: ListTable['rows'][number]['kind'];
  number: string;
  name: string;
  department: string;
  amount: number | null;
  lastYearAmount: number | null;
  remarks: string;
};
export type AnnexColumn = keyof ReturnType<typeof text.columns>;
type Column = { name: AnnexColumn; holds: ListColumn['holds'] };

/** The columns, from left to right. */
export const ANNEX_COLUMNS: readonly Column[] = [
  { name: 'number', holds: 'text' },
  { name: 'name', holds: 'text' },
  { name: 'department', holds: 'text' },
  { name: 'amount', holds: 'amount' },
  { name: 'lastYearAmount', holds: 'amount' },
  { name: 'difference', holds: 'difference' },
  { name: 'remarks', holds: 'text' },
];

const NOTHING = { number: '', department: '', remarks: '' } as const;

const printed = (fiscalYear: number, amount: number | null): Figure =>
  figure(fiscalYear, amount, formatAmount, documentText.unknown);

const cellOf = (row: Row, { name }: Column, year: number): Figure | string => {
  switch (name) {
    case 'amount':
      return printed(year, row.amount);
    case 'lastYearAmount':
      return printed(year - 1, row.lastYearAmount);
    case 'difference':
      return printed(year, difference(row.amount, row.lastYearAmount));
    default:
      return row[name];
  }
};

const table = (
  { year, texts }: DocumentInput,
  content: { caption: string; rows: readonly Row[]; notes: string[] },
): ListTable => {
  const labels = text.columns(year, texts.draftMark);
  return {
    kind: 'listTable',
    caption: content.caption,
    unit: documentText.unit,
    columns: ANNEX_COLUMNS.map(({ name, holds }) => ({ label: labels[name], holds })),
    rows: content.rows.map((row) => ({
      kind: row.kind,
      cells: ANNEX_COLUMNS.map((column) => cellOf(row, column, year)),
    })),
    notes: content.notes,
  };
};

function remarksOf(entry: DocumentEntry): string {
  const remarks = [
    entry.mark === 'new' || entry.isNew ? text.remarks.new : entry.mark && text.remarks[entry.mark],
    entry.isMoved && text.remarks.moved,
    entry.remarks,
  ];
  return text.joined(remarks.flatMap((remark) => remark || []));
}

const entryRow = (entry: DocumentEntry): Row => ({
  ...NOTHING,
  kind: 'entry',
  name: text.name(entry.name, entry.mark),
  department: entry.departmentName,
  amount: entry.amount,
  lastYearAmount: entry.isMoved ? 0 : entry.lastYearAmount,
  remarks: remarksOf(entry),
});

const carriedRow = ({ name, departmentName, lastYearAmount, isMoved }: CarriedEntry): Row => ({
  ...NOTHING,
  kind: 'entry',
  name,
  department: departmentName,
  amount: 0,
  lastYearAmount,
  remarks: isMoved ? text.remarks.moved : text.remarks.ended,
});

/** What the rows leave of the total. While last year alone isn't known, nothing is missing that could be listed. */
function restRows(rows: readonly Row[], { amount, lastYearAmount }: Row, isAllListed = false): Row[] {
  const rest = {
    amount: isAllListed ? 0 : difference(amount, sumOrNull(rows.map((row) => row.amount))),
    lastYearAmount: difference(lastYearAmount, sumOrNull(rows.map((row) => row.lastYearAmount))),
  };
  const isThere = rest.amount !== 0 || (rest.lastYearAmount ?? 0) !== 0;
  return isThere ? [{ ...NOTHING, kind: 'rest', name: text.rest, ...rest }] : [];
}

export type ListedCategory = { category: DocumentCategory; number: number; total: Row };

/** A category's total as section 1 of the document has it; a category that a year didn't have came to nothing in it. */
function totalOf({ year, categories }: DocumentInput, { totals }: DocumentCategory): Row {
  const ofYear = (of: number) => {
    const isOnRecord = categories.some((category) => category.totals[of] !== undefined);
    return totals[of] === undefined && isOnRecord ? 0 : (totals[of] ?? null);
  };
  return { ...NOTHING, kind: 'total', name: text.subtotal, amount: ofYear(year), lastYearAmount: ofYear(year - 1) };
}

/** The categories in the document's order; those that ended stand last, and those with nothing in either year aren't listed. */
export function listedCategories(input: DocumentInput): ListedCategory[] {
  const all = inOrder(input.categories).map((category, index) => ({
    category,
    total: totalOf(input, category),
    number: index + 1,
  }));
  const hasRows = ({ id }: DocumentCategory) =>
    [...input.entries, ...input.carried].some(({ categoryId }) => categoryId === id);
  const last = all.findLastIndex(
    ({ category, total }) => total.amount !== 0 || total.lastYearAmount !== 0 || hasRows(category),
  );
  return all.slice(0, last + 1);
}

function categorySection(input: DocumentInput, { category, number, total }: ListedCategory): Section {
  const isOwn = ({ categoryId }: { categoryId: string }) => categoryId === category.id;
  const entries = inOrder(countedEntries(input).filter(isOwn));
  const rows = [
    ...entries.map((entry, index) => ({ ...entryRow(entry), number: text.number(number, index + 1) })),
    ...inOrder(input.carried.filter(isOwn)).map(carriedRow),
  ];
  const heading = text.categoryHeading(number, category.name);
  return {
    heading,
    blocks: [
      table(input, {
        caption: heading,
        rows: [...rows, ...restRows(rows, total, category.isAllListed), total],
        notes: [],
      }),
    ],
  };
}

function sumsSection(input: DocumentInput, listed: readonly ListedCategory[]): Section {
  const rows = listed.map(
    ({ category, number, total }): Row => ({ ...total, kind: 'category', number: `${number}`, name: category.name }),
  );
  const total: Row = {
    ...NOTHING,
    kind: 'total',
    name: input.texts.totalLabel,
    amount: sumOrNull(rows.map(({ amount }) => amount)),
    lastYearAmount: sumOrNull(rows.map(({ lastYearAmount }) => lastYearAmount)),
  };
  const notes = [input.texts.personnelNote, ...text.notes].filter((note) => note !== '');
  return {
    heading: text.sumsHeading,
    blocks: [table(input, { caption: text.sumsHeading, rows: [...rows, total], notes })],
  };
}

/** 別紙, the list of every entry of the year: the same data always give the same tree. */
export function buildAnnex(asked: DocumentInput): DocumentModel {
  const input = inPrintedWidth(asked);
  const listed = listedCategories(input);
  return {
    template: 'annex',
    language: 'ja',
    paper: 'landscape',
    title: text.title(input.year, input.texts.title),
    mark: text.mark,
    author: documentText.author(input.wardName),
    subject: documentText.subject(input.year, input.wardName),
    watermark: watermarkOf(input),
    sections: [...listed.map((of) => categorySection(input, of)), sumsSection(input, listed)],
  };
}
