import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { statusText } from '@/lib/text/terms';
import { statusLook } from './status-look';

/** Shape, word and colour. 差戻し is the only filled one. */
export function StatusLabel({ status }: { status: EntryStatus }) {
  return <span className={`status ${statusLook[status]}`}>{statusText[status]}</span>;
}
