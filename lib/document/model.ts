import type { ThousandYen } from '@/lib/domain/amount';

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
