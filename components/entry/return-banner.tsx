import { NotificationBanner } from '@/components/ui/notification-banner';
import type { LastReturn } from '@/lib/domain/entry-view';
import { entryText } from '@/lib/text/entry';
import { formatDateTime } from '@/lib/text/format';
import { statusText } from '@/lib/text/terms';

/** Why the entry came back: 差戻し：who（date）reason. */
export function ReturnBanner({ lastReturn }: { lastReturn: LastReturn | null }) {
  if (!lastReturn) return null;
  const { actorName, at, reason } = lastReturn;
  return (
    <NotificationBanner
      kind="warning"
      word={`${statusText.returned}：`}
      title={entryText.returned(actorName, formatDateTime(new Date(at)))}
      className="mb-4"
    >
      {reason}
    </NotificationBanner>
  );
}
