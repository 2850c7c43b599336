import type { Ref } from 'react';
import { NoticeBanner } from '@/components/form/problem-banner';
import type { Notice } from '@/components/form/use-action';
import { StatusRegion } from '@/components/ui/status-region';

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
      {notice && <NoticeBanner notice={notice} />}
    </StatusRegion>
  );
}
