import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { statusText } from '@/lib/text/terms';

/** The class that gives a status its shape and colour, in a label as in a cell of the list. */
export const statusLook: Record<EntryStatus, string> = {
  draft: 'status-draft',
  in_review: 'status-in-review',
  returned: 'status-returned',
  approved: 'status-approved',
  withdrawn: 'status-withdrawn',
};

/** Shape, word and colour. 差戻し is the only filled one. */
export function StatusLabel({ status }: { status: EntryStatus }) {
  return <span className={`status ${statusLook[status]}`}>{statusText[status]}</span>;
}
