import * as z from 'zod/mini';
import type { Choice, LastChange } from '@/lib/domain/choice';
import {
  amountInput,
  idInput,
  lineInput,
  optionalChoice,
  optionalLineInput,
  proseInput,
  reasonInput,
  versionInput,
  yearInput,
} from '@/lib/domain/inputs';
import { directionInput } from '@/lib/domain/reorder';
import type { CategoryYearTotal, OverCeiling } from './category-totals';
import { dayInput } from './deadline';
import { type Closed, confirmedInput } from './open-points';

const TEXT_LIMIT = 120;

/** What a year's document prints around its figures. */
const documentTexts = {
  title: lineInput(TEXT_LIMIT),
  mark: lineInput(40),
  /** （案）, until the budget has passed. */
  draftMark: optionalLineInput(20),
  totalLabel: lineInput(TEXT_LIMIT),
  personnelNote: lineInput(TEXT_LIMIT),
  annexNote: lineInput(TEXT_LIMIT),
  /** ≪新規≫ and ≪拡充≫ before names. */
  printsMarks: z.boolean(),
};
export const documentTextsInput = z.object(documentTexts);
export type DocumentTexts = z.output<typeof documentTextsInput>;

/** What is stored of a year beside its categories; `year`: the one whose drafting a day without a year is of. */
const ofYear = (of: number | null) => ({ ...documentTexts, deadline: dayInput(of) });
export const yearFieldsInput = (of: number | null) => z.object(ofYear(of));
export type YearFields = DocumentTexts & {
  /** The day by which the 課 submit, as 2026-11-28. Nothing is shut after it. */
  deadline: string | null;
};
export type YearFieldsText = z.input<ReturnType<typeof yearFieldsInput>>;

const year = yearInput;

export const editDocumentTextsInput = z.object({ year, version: versionInput, ...ofYear(null) });
export const closeYearInput = z.object({ year, version: versionInput, confirmed: confirmedInput });
export const yearReasonInput = z.object({ reason: reasonInput });
export const reopenYearInput = z.extend(yearReasonInput, { year, version: versionInput });
/** The year that the administrator saw offered; another one may have opened it meanwhile. */
export const openYearInput = z.object({ year });

const categoryFields = {
  name: lineInput(60),
  explanation: proseInput,
  ceiling: amountInput,
  annexAmount: amountInput,
};
export const categoryFieldsInput = z.object(categoryFields);
export type CategoryFieldsText = z.input<typeof categoryFieldsInput>;

export const editCategoryInput = z.object({ categoryYearId: idInput, version: versionInput, ...categoryFields });
export const orderCategoryInput = z.object({
  categoryYearId: idInput,
  version: versionInput,
  direction: directionInput,
});
/** `continuedId`: the category of before that goes on under the name. */
const addedFields = { name: categoryFields.name, continuedId: optionalChoice };
export const addedFieldsInput = z.object(addedFields);
export type AddedFieldsText = z.input<typeof addedFieldsInput>;
export const addCategoryInput = z.object({ year, ...addedFields });
export const endCategoryInput = z.object({ categoryYearId: idInput, version: versionInput });

/** Amounts in 千円. */
export type CategorySettings = {
  id: string;
  version: number;
  name: string;
  explanation: string;
  ceiling: number | null;
  annexAmount: number | null;
  recordedTotal: number | null;
  over: OverCeiling | null;
  lastChange: LastChange | null;
  categoryId: string;
  entrySum: number;
  blankEntries: number;
  /** Entries that count nowhere any more are still entries of it. */
  entries: { counted: number; withdrawn: number };
};

/** What last year says of a category; null: its explanation is not known. */
export type LastCategory = CategoryYearTotal & { explanation: string | null };

/** A category that the year doesn't have and another year had, by its newest name. */
export type FormerCategory = { id: string; name: string; explanation: string };

export type YearSettings = {
  year: number;
  version: number;
  isOpen: boolean;
  texts: DocumentTexts;
  /** null: there was no year before. */
  lastTexts: DocumentTexts | null;
  deadline: string | null;
  reopened: Reopened | null;
  /** null: it is open, or came closed from a document. */
  closed: Closed | null;
  /** Of the texts. */
  lastChange: LastChange | null;
  categories: CategorySettings[];
  /** Last year's, also those that ended. */
  last: LastCategory[];
  former: Choice[];
};

/** Why a year is open again after it had been closed. `at` is an ISO instant. */
export type Reopened = { reason: string; by: string; at: string };

export type YearRow = {
  year: number;
  version: number;
  isOpen: boolean;
  entryCount: number;
  /** Neither approved nor withdrawn. */
  undecidedCount: number;
  /** Categories of the year whose 別紙掲載分 is not known yet, where no total is recorded. */
  blankAnnexCount: number;
  /** Categories of the year whose 別紙掲載分 is known; 0 where totals alone are recorded. */
  annexCount: number;
  over: OverCeiling[];
  /** Why it was reopened the last time, while it is open. */
  reopened: Reopened | null;
};

export type YearList = {
  years: YearRow[];
  /** The year that can be opened next; null beyond the last one that the program knows. */
  nextYear: number | null;
};
