import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { Problem } from '@/lib/domain/result';
import { problemText, signInAgain } from '@/lib/text/errors';
import { uiText } from '@/lib/text/ui';
import { reloadPage } from './use-leave-warning';

/** Nobody made a mistake, and nothing is lost: somebody else was faster, or is asked about first. */
export const problemKind = (problem: Problem): 'warning' | 'error' =>
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
    <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
      {signInAgain}
    </a>
  );
  const reload = problem === 'new_version' && <Button onClick={reloadPage}>{uiText.reload}</Button>;
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
