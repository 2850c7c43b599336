import { NotificationBanner } from '@/components/ui/notification-banner';
import type { SentBack } from '@/lib/domain/entry-view';
import { entryText } from '@/lib/text/entry';
import { revisionActionText } from '@/lib/text/entry-history';
import { formatDateTime } from '@/lib/text/format';

/** Why the entry came back: 差戻し：who（date）reason. */
export function SentBackBanner({ sentBack }: { sentBack: SentBack | null }) {
  if (!sentBack) return null;
  const { action, actorName, at, reason } = sentBack;
  return (
    <NotificationBanner
      kind="warning"
      word={`${revisionActionText[action]}：`}
      title={entryText.sentBackBy(actorName, formatDateTime(new Date(at)))}
      className="mb-4"
    >
      {reason}
    </NotificationBanner>
  );
}
