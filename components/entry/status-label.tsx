import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { statusText } from '@/lib/text/entry/entry-status';

/** Shape, word and colour, which app/status.css has for each. 差戻し is the only filled one. */
export function StatusLabel({ status }: { status: EntryStatus }) {
  return <span className={`status status-${status}`}>{statusText[status]}</span>;
}
