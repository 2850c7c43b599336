import type { DocumentInput } from '@/lib/document/document-input';
import type { ReadDocument } from './read-result';

/** A document that was read, as one to print: what a published document says is approved. */
export const inputFromRead = (read: ReadDocument): DocumentInput => ({
  year: read.year,
  wardName: /^.+?区/.exec(read.title)?.[0] ?? '',
  isDraft: false,
  hasTotalsOnly: false,
  texts: { ...read, printsMarks: true },
  categories: read.categories.map(({ label, explanation, totals }, sortOrder) => ({
    id: label,
    name: label,
    explanation,
    sortOrder,
    totals,
  })),
  entries: read.entries.map(({ amountThousandYen, lastYearAmountThousandYen, tag, ...entry }, sortOrder) => ({
    ...entry,
    amount: amountThousandYen,
    lastYearAmount: lastYearAmountThousandYen,
    isPriority: true,
    remarks: '',
    // Without a tag the document doesn't say which it is.
    categoryId: read.categories.find(({ label }) => tag !== null && label.startsWith(tag))?.label ?? '',
    departmentName: '',
    isMoved: false,
    sortOrder,
    status: 'approved',
  })),
  carried: [],
});
