import { StatusLabel } from '@/components/ui/status-label';
import type { EntryView } from '@/lib/domain/entry-view';
import { editorText, uneditableText } from '@/lib/text/entry-editor';
import { errorText } from '@/lib/text/errors';

type RefusedProps = { title: string; entry: EntryView; entryHref: string };

/** The reader has the role, but not for this entry in this state. */
export function Refused({ title, entry, entryHref }: RefusedProps) {
  const { refusal, status } = entry;
  const reason = refusal === 'wrong_status' ? uneditableText[status] : refusal && errorText[refusal];
  return (
    <>
      <h1 className="text-std-22B-150">{title}</h1>
      <p className="mt-4 flex flex-wrap items-center gap-x-4">
        {entry.name} <StatusLabel status={entry.status} />
      </p>
      <p className="mt-2">{reason}</p>
      <p className="mt-4">
        <a href={entryHref} className="link">
          {editorText.showEntry}
        </a>
      </p>
    </>
  );
}
