import { NotificationBanner } from '@/components/ui/notification-banner';
import type { FieldToMend } from '@/lib/domain/entry/entry-fields';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { entryFieldText, entryText, toMendText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { revisionActionText } from '@/lib/text/entry/entry-history';
import { uneditableText } from '@/lib/text/entry/entry-status';
import { errorText } from '@/lib/text/errors';
import { formatDateTime } from '@/lib/text/format';
import { StatusLabel } from './status-label';

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

/** Which fields somebody asks to be mended. */
export function ToMend({ fields }: { fields: readonly FieldToMend[] }) {
  if (fields.length === 0) return null;
  return <p className="font-bold">{toMendText.of(fields.map((field) => entryFieldText[field]))}</p>;
}

type LastDecision = Pick<EntryView, 'status' | 'sentBack' | 'afterApproval'>;

/** Why the entry came back, or what was done to it after its approval: 差戻し：who（date）reason. */
export function SentBackBanner({ status, sentBack, afterApproval }: LastDecision) {
  const decision = sentBack ?? afterApproval;
  if (!decision) return null;
  const { action, actorName, at, reason } = decision;
  const isAnswered = WAITING.includes(status);
  const word = revisionActionText(action);
  return (
    <NotificationBanner
      kind={isAnswered || action === 'correct' ? 'info' : 'warning'}
      word={`${isAnswered ? entryText.lastTime(word) : word}：`}
      title={entryText.sentBackBy(actorName, formatDateTime(new Date(at)))}
      className="mb-4"
    >
      {sentBack && <ToMend fields={sentBack.toMend} />}
      {reason}
    </NotificationBanner>
  );
}
