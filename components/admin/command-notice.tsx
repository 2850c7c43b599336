import type { Ref } from 'react';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { Notice } from './use-command';

/** What came of the last command. Keep it mounted. */
export function CommandNotice({ notice, ref }: { notice: Notice | null; ref?: Ref<HTMLDivElement> }) {
  const link = notice?.link && (
    <a href={notice.link.href} className="link">
      {notice.link.label}
    </a>
  );
  return (
    <StatusRegion ref={ref}>
      {notice && <NotificationBanner kind={notice.kind} title={notice.text} actions={link} className="mb-4" />}
    </StatusRegion>
  );
}
