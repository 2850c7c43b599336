import type { ThousandYen } from '@/lib/domain/amount';
import type { Paper } from '@/lib/domain/year/year-document';

/** The layout of a document. It changes with the years; a published edition keeps the one it was printed with. */
export type TemplateId = 'd1' | 'annex' | 'errata';

/** An amount, the year that it is of, and how it is printed; null is not known, which is not 0. */
export type Figure = { fiscalYear: number; amountThousandYen: ThousandYen | null; text: string };

export type AmountTable = {
  kind: 'amountTable';
  caption: string;
  unit: string;
  /** Over the labels of the rows. */
  corner: string;
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

/** What a column of a list holds: words, wordings to hold against each other, an amount, or this year's less last year's. */
export type ListColumn = { label: string; holds: 'text' | 'wording' | 'amount' | 'difference' };

/**
 * A list with columns of its own. A total sums up the rows above it; the rest stands for what has no row, a category for its
 * own list.
 */
export type ListTable = {
  kind: 'listTable';
  caption: string;
  unit: string;
  columns: ListColumn[];
  /** A cell for each column; what a text column says is a text. */
  rows: { kind: 'entry' | 'rest' | 'category' | 'total' | 'correction'; cells: (Figure | string)[] }[];
  notes: string[];
};

export type Block = AmountTable | Prose | EntryList | ListTable;
/** What an edition corrects of the one before it stands behind its document, on a page of its own. */
export type Section = { heading: string; kind?: 'errata'; blocks: Block[] };

/** The document as one plain tree, the same for every format. */
export type DocumentModel = {
  template: TemplateId;
  language: 'ja';
  paper: Paper;
  title: string;
  mark: string;
  /** Who publishes it and what it is about, for the file's own description. */
  author: string;
  subject: string;
  /** Printed across every page while the document is a draft. */
  watermark: string | null;
  sections: Section[];
};
