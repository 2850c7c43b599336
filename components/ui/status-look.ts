import type { EntryStatus } from '@/lib/domain/entry-workflow';

/** The class that gives a status its shape and colour, in a label as in a cell of the list. */
export const statusLook: Record<EntryStatus, string> = {
  draft: 'status-draft',
  in_review: 'status-in-review',
  returned: 'status-returned',
  approved: 'status-approved',
  withdrawn: 'status-withdrawn',
};
