import { NotificationBanner } from '@/components/ui/notification-banner';
import type { Reopened } from '@/lib/domain/year/year-settings';
import { formatDateTime } from '@/lib/text/format';
import { yearsText as text } from '@/lib/text/year/year-settings';

/** Why a year that was closed can be changed again: 再開：who（date）reason. */
export function ReopenedBanner({ reopened }: { reopened: Reopened | null }) {
  if (!reopened) return null;
  return (
    <NotificationBanner
      kind="info"
      word={text.reopened}
      title={text.reopenedBy(reopened.by, formatDateTime(new Date(reopened.at)))}
      className="mb-4"
    >
      {reopened.reason}
    </NotificationBanner>
  );
}
