import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { Draft } from '@/lib/domain/draft/draft';
import { isOutdatedPage, type Problem } from '@/lib/domain/result';
import { keptText } from '@/lib/text/answers';
import { restoreText } from '@/lib/text/entry/entry-editor';
import { formatDateTime } from '@/lib/text/format';
import { otherVersionText } from '@/lib/text/other-version';
import type { DeviceCopy } from './device-copy';
import { ProblemBanner } from './problem-banner';

type Copies<F> = {
  copies: { found: readonly DeviceCopy<F>[] };
  restore: (copy: DeviceCopy<F>) => void;
  discard: (copy: DeviceCopy<F>) => void;
};

/** What an earlier visit left on this device. It stays on offer until somebody decides. */
export function RestoreBanner<F>({ draft, onDone }: { draft: Copies<F>; onDone: (said: string) => void }) {
  const { copies, restore, discard } = draft;
  const act = (how: typeof restore, copy: DeviceCopy<F>, said: string) => () => {
    how(copy);
    onDone(said);
  };
  return copies.found.map((copy) => (
    <NotificationBanner
      key={copy.draftId}
      kind="warning"
      title={restoreText.title(formatDateTime(new Date(copy.at)))}
      className="mb-2"
      actions={
        <>
          <Button onClick={act(restore, copy, restoreText.restored)}>{restoreText.restore}</Button>
          <Button variant="text" onClick={act(discard, copy, restoreText.discarded)}>
            {restoreText.discard}
          </Button>
        </>
      }
    />
  ));
}

/** The same, with what came of it. Above the fields. */
export function DraftCopies<F>({ draft }: { draft: Copies<F> }) {
  const [said, setSaid] = useState('');
  if (draft.copies.found.length === 0 && said === '') return null;
  return (
    <StatusRegion>
      <RestoreBanner draft={draft} onDone={setSaid} />
      {said && <p>{said}</p>}
    </StatusRegion>
  );
}

type SaveFailureProps = {
  problem: Problem;
  /** This device keeps the text. */
  isKept: boolean;
  /** In place of the problem's own words, where it does. */
  titles?: Partial<Record<Problem, string>>;
  className?: string;
};

/** Why it isn't stored, and whether the text is safe. */
export function SaveFailure({ problem, isKept, titles, className }: SaveFailureProps) {
  return (
    <ProblemBanner problem={problem} title={isKept ? titles?.[problem] : undefined} className={className}>
      {isOutdatedPage(problem) && isKept && keptText[problem]}
    </ProblemBanner>
  );
}

type DraftNoticeProps<F> = {
  draft: Pick<Draft<F>, 'conflict' | 'taken' | 'saving'> & {
    copies: { isKept: boolean };
    labels: Record<string, string>;
  };
};

function Notice<F>({ draft }: DraftNoticeProps<F>) {
  const { conflict, taken, saving, copies, labels } = draft;
  if (conflict) {
    return (
      <ProblemBanner problem="conflict" title={otherVersionText.title(conflict.change)}>
        {otherVersionText.lead}
      </ProblemBanner>
    );
  }
  if (saving.kind === 'failed') return <SaveFailure problem={saving.problem} isKept={copies.isKept} />;
  if (!taken) return null;
  const names = taken.fields.map((name) => labels[name] ?? '');
  return <NotificationBanner kind="info" title={otherVersionText.taken(taken.change, names)} />;
}

/** Why the form is not stored, or what of others came into it. Beside its button. Keep it mounted; empty, it takes no gap. */
export const DraftNotice = <F,>(props: DraftNoticeProps<F>) => (
  <div role="alert" className="empty:absolute">
    <Notice {...props} />
  </div>
);
