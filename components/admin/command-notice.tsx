import type { Ref } from 'react';
import { ProblemBanner } from '@/components/form/problem-banner';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { Notice } from './use-command';

function Banner({ notice }: { notice: Notice }) {
  if (notice.kind === 'success' || !notice.problem)
    return <NotificationBanner kind={notice.kind} title={notice.text} className="mb-4" />;
  const { problem, link } = notice;
  const way = link && (
    <a href={link.href} className="link">
      {link.label}
    </a>
  );
  return <ProblemBanner problem={problem} actions={way} className="mb-4" />;
}

/** What came of the last command. Keep it mounted. */
export function CommandNotice({ notice, ref }: { notice: Notice | null; ref?: Ref<HTMLDivElement> }) {
  return <StatusRegion ref={ref}>{notice && <Banner notice={notice} />}</StatusRegion>;
}
