import { NotificationBanner } from '@/components/ui/notification-banner';
import { problemText } from '@/lib/text/errors';
import { ProblemBanner } from './problem-banner';
import type { Notice } from './use-action';

export const noticeText = (notice: Notice): string =>
  notice.text ?? (notice.kind === 'problem' ? problemText(notice.problem) : '');

/** What came of an action. */
export function NoticeBanner({ notice, className }: { notice: Notice; className?: string }) {
  if (notice.kind === 'success') return <NotificationBanner kind="success" title={notice.text} className={className} />;
  const { problem, text, link } = notice;
  const way = link && (
    <a href={link.href} className="link">
      {link.label}
    </a>
  );
  return <ProblemBanner problem={problem} title={text} actions={way} className={className} />;
}
