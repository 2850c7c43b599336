import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { statusText } from '@/lib/text/terms';

const LOOKS: Record<EntryStatus, string> = {
  draft: 'status status-draft',
  in_review: 'status status-in-review',
  returned: 'status status-returned',
  approved: 'status status-approved',
  withdrawn: 'status status-withdrawn',
};

/** Shape, word and colour. 差戻し is the only filled one. */
export function StatusLabel({ status }: { status: EntryStatus }) {
  return <span className={LOOKS[status]}>{statusText[status]}</span>;
}
