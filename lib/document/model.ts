import { formatAmount, type ThousandYen, thousandYen } from '@/lib/domain/amount';
import { isBlank } from '@/lib/domain/blank';
import { TABLE_YEARS } from '@/lib/domain/category-totals';
import type { EntryContent, FieldWhere } from '@/lib/domain/entry-fields';
import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { fiscalYearName, isFiscalYear } from '@/lib/domain/fiscal-year';
import { houseStyle } from '@/lib/domain/house-style';
import { sumOrNull } from '@/lib/domain/totals';
import { documentText as text } from '@/lib/text/document';

/** The layout of a document. It changes with the years; a published edition keeps the one it was printed with. */
export type TemplateId = 'd1';

/** An amount and how it is printed; null is not known, which is not 0. */
export type Figure = { amountThousandYen: ThousandYen | null; text: string };

export type AmountTable = {
  kind: 'amountTable';
  caption: string;
  unit: string;
  columns: string[];
  rows: { label: string; level: 1 | 2; cells: Figure[] }[];
  note: string;
};

export type Prose = { kind: 'prose'; paragraphs: string[] };

export type PrintedEntry = {
  name: string;
  /** This year's amount and last year's. */
  figures: Figure[];
  /** The name, then one piece a figure; a line may end between the pieces, not within a figure. */
  heading: { name: string; figures: string[] };
  /** 概要 and 工夫点: a text under its label, as paragraphs. */
  parts: { label: string; paragraphs: string[] }[];
};

export type EntryList = { kind: 'entries'; entries: PrintedEntry[]; empty: string };

export type Block = AmountTable | Prose | EntryList;
export type Section = { heading: string; blocks: Block[] };

/** The document as one plain tree, the same for every format. */
export type DocumentModel = {
  template: TemplateId;
  language: 'ja';
  title: string;
  mark: string;
  /** Printed across every page while the document is a draft. */
  watermark: string | null;
  sections: Section[];
};

/** A year's data as the document needs it; amounts in 千円, null while not known. */
export type DocumentInput = {
  year: number;
  isOpen: boolean;
  /** A past year of which the totals alone were taken over: it has no section of entries, and says nothing about them. */
  hasTotalsOnly: boolean;
  texts: {
    title: string;
    mark: string;
    draftMark: string;
    totalLabel: string;
    personnelNote: string;
    annexNote: string;
  };
  categories: DocumentCategory[];
  entries: DocumentEntry[];
};

/**
 * A category and its totals by year. A year without a key is one in which the category did not exist; a category that
 * doesn't exist in the document's own year has no row, but counts in the totals of its years.
 */
export type DocumentCategory = {
  name: string;
  explanation: string;
  sortOrder: number;
  totals: Readonly<Record<number, number | null>>;
};

export type DocumentEntry = Pick<EntryContent, FieldWhere<{ isPrinted: true }>> & {
  lastYearAmount: number | null;
  /** There was no such project last year; the amount is 0 then. */
  isNew: boolean;
  sortOrder: number;
  status: EntryStatus;
};

const figure = (amount: number | null, print: (amount: number) => string, unknown: string): Figure => ({
  amountThousandYen: amount === null ? null : thousandYen(amount),
  text: amount === null ? unknown : print(amount),
});

const inOrder = <T extends { sortOrder: number }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.sortOrder - b.sortOrder);

/** The entries that are printed each with their texts, in the order of print. */
export const printedEntries = <T extends DocumentEntry>(entries: readonly T[]): T[] =>
  inOrder(entries.filter(({ isPriority, status }) => isPriority && status !== 'withdrawn'));

const paragraphs = (prose: string): string[] => prose.split(/\r?\n/).filter((line) => !isBlank(line));

function amountTable({ year, texts, categories }: DocumentInput, printed: DocumentCategory[]): AmountTable {
  const years = Array.from({ length: TABLE_YEARS }, (_, index) => year - TABLE_YEARS + 1 + index).filter(isFiscalYear);
  const cell = (amount: number | null) => figure(amount, formatAmount, text.unknown);
  const total = (of: number): number | null => {
    const parts = categories.flatMap(({ totals }) => (totals[of] === undefined ? [] : [totals[of]]));
    return parts.length === 0 ? null : sumOrNull(parts);
  };
  return {
    kind: 'amountTable',
    caption: text.totalsCaption,
    unit: text.unit,
    columns: years.map((of) => (of === year ? `${fiscalYearName(of)}${texts.draftMark}` : fiscalYearName(of))),
    rows: [
      { label: texts.totalLabel, level: 1, cells: years.map((of) => cell(total(of))) },
      ...printed.map(({ name, totals }) => ({
        label: text.categoryLabel(name),
        level: 2 as const,
        cells: years.map((of) => cell(totals[of] ?? null)),
      })),
    ],
    note: texts.personnelNote,
  };
}

function printedEntry(entry: DocumentEntry, year: number): PrintedEntry {
  const print = (amount: number) => text.withUnit(formatAmount(amount));
  const lastYear = entry.isNew
    ? { amountThousandYen: null, text: text.newProject }
    : figure(entry.lastYearAmount, print, text.unknown);
  const figures = [figure(entry.amount, print, text.unknown), lastYear];
  const part = (label: string, prose: string) => {
    const found = paragraphs(prose);
    return { label, paragraphs: found.length > 0 ? found : [text.unknown] };
  };
  return {
    name: entry.name,
    figures,
    heading: {
      name: text.entryName(entry.name),
      figures: text.entryFigures(figures.map((printed, index) => [year - index, printed.text])),
    },
    parts: [part(text.summary, entry.summary), part(text.innovation, entry.innovation)],
  };
}

/** Names are in one style of digits, whoever typed them; what people wrote in prose is theirs. */
const inHouseStyle = (input: DocumentInput): DocumentInput => ({
  ...input,
  texts: {
    ...input.texts,
    title: houseStyle(input.texts.title),
    totalLabel: houseStyle(input.texts.totalLabel),
    draftMark: houseStyle(input.texts.draftMark),
  },
  categories: input.categories.map((category) => ({ ...category, name: houseStyle(category.name) })),
  entries: input.entries.map((entry) => ({ ...entry, name: houseStyle(entry.name) })),
});

function totalsSection(input: DocumentInput): Section {
  const { year, texts, categories } = input;
  const ownCategories = inOrder(categories.filter(({ totals }) => totals[year] !== undefined));
  return {
    heading: text.totalsHeading,
    blocks: [
      amountTable(input, ownCategories),
      { kind: 'prose', paragraphs: ownCategories.flatMap(({ explanation }) => paragraphs(explanation)) },
      { kind: 'prose', paragraphs: paragraphs(texts.annexNote) },
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

/** 資料Ｄ‐１ of a year: the same data always give the same tree. */
export function buildDocument(asked: DocumentInput): DocumentModel {
  const input = inHouseStyle(asked);
  const { year, texts } = input;
  const entries = input.entries.filter(({ status }) => status !== 'withdrawn');
  const isDecided = entries.every(({ status }) => status === 'approved') && (entries.length > 0 || !input.isOpen);
  return {
    template: 'd1',
    language: 'ja',
    title: text.title(year, texts.title),
    mark: texts.mark,
    watermark: isDecided ? null : text.watermark,
    sections: [totalsSection(input), ...(input.hasTotalsOnly ? [] : [prioritySection(entries, year)])],
  };
}
