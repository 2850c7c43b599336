import type { DocumentCategory, DocumentEntry, DocumentInput } from '@/lib/document/document-input';
import type { AmountTable, DocumentModel, Figure, PrintedEntry, Section } from '@/lib/document/model';
import { formatAmount, thousandYen } from '@/lib/domain/amount';
import { isBlank } from '@/lib/domain/blank';
import { PRINTED_PROSE } from '@/lib/domain/entry/entry-fields';
import { WITHDRAWN } from '@/lib/domain/entry/entry-workflow';
import { toPrintedWidth } from '@/lib/domain/printed-width';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { fiscalYearName, isFiscalYear } from '@/lib/domain/year/fiscal-year';
import { sumOrNull } from '@/lib/domain/year/totals';
import { documentText as text } from '@/lib/text/document/document';

export const figure = (
  fiscalYear: number,
  amount: number | null,
  write: (amount: number) => string,
  unknown: string,
): Figure => ({
  fiscalYear,
  amountThousandYen: amount === null ? null : thousandYen(amount),
  text: amount === null ? unknown : write(amount),
});

export const inOrder = <T extends { sortOrder: number }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.sortOrder - b.sortOrder);

/** The entries that are printed each with their texts, in the order of print. */
export const printedEntries = <T extends DocumentEntry>(entries: readonly T[]): T[] =>
  inOrder(entries.filter(({ isPriority, status }) => isPriority && !WITHDRAWN.includes(status)));

export const paragraphsOf = (prose: string): string[] => prose.split(/\r?\n/).filter((line) => !isBlank(line));

function amountTable({ year, texts, categories }: DocumentInput, printed: DocumentCategory[]): AmountTable {
  const years = Array.from({ length: TABLE_YEARS }, (_, index) => year - TABLE_YEARS + 1 + index).filter(isFiscalYear);
  const cell = (of: number, amount: number | null) => figure(of, amount, formatAmount, text.unknown);
  const total = (of: number): number | null => {
    const parts = categories.flatMap(({ totals }) => (totals[of] === undefined ? [] : [totals[of]]));
    return parts.length === 0 ? null : sumOrNull(parts);
  };
  return {
    kind: 'amountTable',
    caption: text.totalsCaption,
    unit: text.unit,
    corner: text.corner,
    columns: years.map((of) => (of === year ? `${fiscalYearName(of)}${texts.draftMark}` : fiscalYearName(of))),
    rows: [
      { label: texts.totalLabel, level: 1, cells: years.map((of) => cell(of, total(of))) },
      ...printed.map(({ name, totals }) => ({
        label: text.categoryLabel(name),
        level: 2 as const,
        cells: years.map((of) => cell(of, totals[of] ?? null)),
      })),
    ],
    note: texts.personnelNote,
  };
}

function printedEntry(entry: DocumentEntry, year: number): PrintedEntry {
  const write = (amount: number) => text.withUnit(formatAmount(amount));
  const lastYear = entry.isNew
    ? { fiscalYear: year - 1, amountThousandYen: null, text: text.newProject }
    : figure(year - 1, entry.lastYearAmount, write, text.unknown);
  const figures = [figure(year, entry.amount, write, text.unknown), lastYear];
  const part = (label: string, prose: string) => {
    const found = paragraphsOf(prose);
    return { label, paragraphs: found.length > 0 ? found : [text.unknown] };
  };
  return {
    name: entry.name,
    figures,
    heading: {
      name: text.entryName(entry.name, entry.mark),
      figures: text.entryFigures(figures.map((printed) => [printed.fiscalYear, printed.text])),
    },
    parts: PRINTED_PROSE.map((field) => part(text.labels[field], entry[field])),
  };
}

/** Names are in one style of digits, whoever typed them; what people wrote in prose is theirs. */
export const inPrintedWidth = <T extends DocumentInput>(input: T): T => ({
  ...input,
  texts: {
    ...input.texts,
    title: toPrintedWidth(input.texts.title),
    totalLabel: toPrintedWidth(input.texts.totalLabel),
    draftMark: toPrintedWidth(input.texts.draftMark),
  },
  categories: input.categories.map((category) => ({ ...category, name: toPrintedWidth(category.name) })),
  entries: input.entries.map((entry) => ({ ...entry, name: toPrintedWidth(entry.name) })),
  carried: input.carried.map((entry) => ({ ...entry, name: toPrintedWidth(entry.name) })),
});

function totalsSection(input: DocumentInput): Section {
  const { year, texts, categories } = input;
  const ownCategories = inOrder(categories.filter(({ totals }) => totals[year] !== undefined));
  return {
    heading: text.totalsHeading,
    blocks: [
      amountTable(input, ownCategories),
      { kind: 'prose', paragraphs: ownCategories.flatMap(({ explanation }) => paragraphsOf(explanation)) },
      { kind: 'prose', paragraphs: paragraphsOf(texts.annexNote) },
    ],
  };
}

const prioritySection = (entries: readonly DocumentEntry[], year: number): Section => ({
  heading: text.priorityHeading,
  blocks: [
    {
      kind: 'entries',
      entries: printedEntries(entries).map((entry) => printedEntry(entry, year)),
      empty: text.noPriorityEntries,
    },
  ],
});

/** The entries that the document knows of, with the marks that it prints. */
export const countedEntries = <T extends DocumentEntry>({
  entries,
  texts,
}: Pick<DocumentInput, 'texts'> & { entries: T[] }): T[] =>
  entries
    .filter(({ status }) => !WITHDRAWN.includes(status))
    .map((entry) => (texts.printsMarks ? entry : { ...entry, mark: null }));

export const watermarkOf = ({ isDraft }: DocumentInput): string | null => (isDraft ? text.watermark : null);

/** 資料Ｄ‐１ of a year: the same data always give the same tree. */
export function buildD1(asked: DocumentInput): DocumentModel {
  const input = inPrintedWidth(asked);
  const { year, texts } = input;
  return {
    template: 'd1',
    language: 'ja',
    paper: 'portrait',
    title: text.title(year, texts.title),
    mark: texts.mark,
    author: text.author(input.wardName),
    subject: text.subject(year, input.wardName),
    watermark: watermarkOf(input),
    sections: [totalsSection(input), ...(input.hasTotalsOnly ? [] : [prioritySection(countedEntries(input), year)])],
  };
}
