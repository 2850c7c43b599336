import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { Notice } from './use-command';

/** What came of the last command. Keep it mounted. */
export function CommandNotice({ notice }: { notice: Notice | null }) {
  return (
    <StatusRegion>
      {notice && <NotificationBanner kind={notice.kind} title={notice.text} className="mb-4" />}
    </StatusRegion>
  );
}
