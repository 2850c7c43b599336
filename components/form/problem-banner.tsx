import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { isOutdatedPage, type Problem } from '@/lib/domain/result';
import { paths } from '@/lib/routes';
import { problemText, signInAgain } from '@/lib/text/errors';
import { uiText } from '@/lib/text/ui';
import type { Notice } from './use-action';
import { reloadPage } from './use-leave-warning';

/** Nobody made a mistake, and nothing is lost: somebody else was faster, or is asked about first. */
const problemKind = (problem: Problem): 'warning' | 'error' =>
  problem === 'conflict' || problem === 'leaves_undecidable' ? 'warning' : 'error';

type ProblemBannerProps = {
  problem: Problem;
  /** In place of the problem's own words. */
  title?: string | undefined;
  /** The way on. Where that is to sign in again or to load the page anew, it is offered whatever stands here. */
  actions?: ReactNode;
  children?: ReactNode;
  className?: string | undefined;
};

/** Why something was not done. Signing in happens in a tab of its own: what was typed stays here. */
export function ProblemBanner({ problem, title, actions, children, className }: ProblemBannerProps) {
  const signIn = problem === 'signed_out' && (
    <a href={paths.signIn} target="_blank" rel="noreferrer" className="link">
      {signInAgain}
    </a>
  );
  const reload = isOutdatedPage(problem) && <Button onClick={reloadPage}>{uiText.reload}</Button>;
  return (
    <NotificationBanner
      kind={problemKind(problem)}
      title={title ?? problemText(problem)}
      actions={signIn || reload || actions}
      className={className}
    >
      {children}
    </NotificationBanner>
  );
}

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
