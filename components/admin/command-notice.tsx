import type { Ref } from 'react';
import { ProblemBanner } from '@/components/form/problem-banner';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { Notice } from './use-command';

function Banner({ notice }: { notice: Notice }) {
  if (notice.kind === 'success' || !notice.problem)
    return <NotificationBanner kind={notice.kind} title={notice.text} />;
  const { problem, text, link } = notice;
  const way = link && (
    <a href={link.href} className="link">
      {link.label}
    </a>
  );
  return <ProblemBanner problem={problem} title={text} actions={way} />;
}

type CommandNoticeProps = {
  notice: Notice | null;
  ref?: Ref<HTMLDivElement>;
  /** In a form the form's own gap stands below it. */
  className?: string;
};

/** What came of the last command. Keep it mounted. */
export function CommandNotice({ notice, ref, className = 'mb-4' }: CommandNoticeProps) {
  return (
    <StatusRegion ref={ref} className={className}>
      {notice && <Banner notice={notice} />}
    </StatusRegion>
  );
}
