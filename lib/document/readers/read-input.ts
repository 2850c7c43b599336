import type { DocumentInput } from '@/lib/document/document-input';
import type { ReadDocument } from './read-result';

/** A document that was read, as one to print: what a published document says is approved. */
export const inputFromRead = (read: ReadDocument): DocumentInput => ({
  year: read.year,
  wardName: /^.+?区/.exec(read.title)?.[0] ?? '',
  isOpen: false,
  hasTotalsOnly: false,
  texts: { ...read, printsMarks: true },
  categories: read.categories.map(({ label, explanation, totals }, sortOrder) => ({
    id: label,
    name: label,
    explanation,
    sortOrder,
    totals,
  })),
  entries: read.entries.map(({ amountThousandYen, lastYearAmountThousandYen, ...texts }, sortOrder) => ({
    ...texts,
    amount: amountThousandYen,
    lastYearAmount: lastYearAmountThousandYen,
    isNew: false,
    mark: null,
    isPriority: true,
    remarks: '',
    // The document doesn't say which it is.
    categoryId: '',
    departmentName: '',
    isMoved: false,
    sortOrder,
    status: 'approved',
  })),
  carried: [],
});
