import { ProblemBanner } from '@/components/form/problem-banner';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { entryOrderText as text } from '@/lib/text/entry-order';
import { problemText } from '@/lib/text/errors';
import type { OrderOutcome as Outcome } from './use-entry-order';

/** What came of the save. The arrangement stays on the screen whatever it is. */
export function OrderOutcome({ outcome, onTakeLatest }: { outcome: Outcome; onTakeLatest: () => void }) {
  if (!outcome || outcome === 'saving') return null;
  if (outcome === 'saved') return <NotificationBanner kind="success" title={text.saved} className="mb-2" />;
  if (outcome === 'unchanged') return <NotificationBanner kind="info" title={text.unchanged} className="mb-2" />;
  const isConflict = outcome === 'conflict';
  return (
    <ProblemBanner
      problem={outcome}
      title={text.failedTitle}
      className="mb-2"
      actions={isConflict && <Button onClick={onTakeLatest}>{text.takeLatest}</Button>}
    >
      {isConflict ? text.conflict : problemText(outcome)}
    </ProblemBanner>
  );
}
