import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryText } from '@/lib/text/entry';
import { revisionActionText } from '@/lib/text/entry-history';
import { formatDateTime } from '@/lib/text/format';

type LastDecision = Pick<EntryView, 'status' | 'sentBack' | 'afterApproval'>;

/** Why the entry came back, or what was done to it after its approval: 差戻し：who（date）reason. */
export function SentBackBanner({ status, sentBack, afterApproval }: LastDecision) {
  const decision = sentBack ?? afterApproval;
  if (!decision) return null;
  const { action, actorName, at, reason } = decision;
  const isAnswered = status === 'in_review';
  const word = revisionActionText[action];
  return (
    <NotificationBanner
      kind={isAnswered || action === 'correct' ? 'info' : 'warning'}
      word={`${isAnswered ? entryText.lastTime(word) : word}：`}
      title={entryText.sentBackBy(actorName, formatDateTime(new Date(at)))}
      className="mb-4"
    >
      {reason}
    </NotificationBanner>
  );
}
