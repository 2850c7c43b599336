import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import type { Conflict, Draft } from '@/lib/domain/draft/draft';
import { isOutdatedPage } from '@/lib/domain/result';
import { keptText } from '@/lib/text/answers';
import { restoreText } from '@/lib/text/entry/entry-editor';
import { formatDateTime } from '@/lib/text/format';
import { otherVersionText } from '@/lib/text/other-version';
import type { DeviceCopy } from './device-copy';
import { ProblemBanner } from './problem-banner';

type RestoreBannerProps<F> = {
  copies: readonly DeviceCopy<F>[];
  onRestore: (copy: DeviceCopy<F>) => void;
  onDiscard: (copy: DeviceCopy<F>) => void;
};

/** What an earlier visit left on this device. It stays on offer until somebody decides. */
export function RestoreBanner<F>({ copies, onRestore, onDiscard }: RestoreBannerProps<F>) {
  return copies.map((copy) => (
    <NotificationBanner
      key={copy.draftId}
      kind="warning"
      title={restoreText.title(formatDateTime(new Date(copy.at)))}
      className="mb-2"
      actions={
        <>
          <Button onClick={() => onRestore(copy)}>{restoreText.restore}</Button>
          <Button variant="text" onClick={() => onDiscard(copy)}>
            {restoreText.discard}
          </Button>
        </>
      }
    />
  ));
}

type Shown<F> = Pick<Draft<F>, 'taken' | 'saving'> & {
  conflict: Conflict<F> | null;
  labels: Record<string, string>;
  copies: { found: readonly DeviceCopy<F>[]; drop: (copy: DeviceCopy<F>) => void; isKept: boolean };
  restore: (copy: DeviceCopy<F>) => void;
};

function Notice<F>({ draft: { conflict, taken, saving, labels, copies } }: { draft: Shown<F> }) {
  if (conflict) {
    return (
      <ProblemBanner problem="conflict" title={otherVersionText.title(conflict.change)}>
        {otherVersionText.lead}
      </ProblemBanner>
    );
  }
  if (saving.kind === 'failed') {
    const { problem } = saving;
    return (
      <ProblemBanner problem={problem}>{isOutdatedPage(problem) && copies.isKept && keptText[problem]}</ProblemBanner>
    );
  }
  if (!taken) return null;
  const names = taken.fields.map((name) => labels[name] ?? '');
  return <NotificationBanner kind="info" title={otherVersionText.taken(taken.change, names)} />;
}

/** Why the form is not stored, or what of others came into it. Beside its button. Keep it mounted; empty, it takes no gap. */
export function DraftNotice<F>({ draft, instead }: { draft: Shown<F>; instead?: ReactNode }) {
  return (
    <div role="alert" className="empty:absolute">
      {instead || <Notice draft={draft} />}
    </div>
  );
}

/** What an earlier visit left on this device. Above the fields. */
export function DraftCopies<F>({ draft: { copies, restore } }: { draft: Shown<F> }) {
  const [said, setSaid] = useState('');
  if (copies.found.length === 0 && said === '') return null;
  return (
    <StatusRegion>
      <RestoreBanner
        copies={copies.found}
        onRestore={(copy) => {
          restore(copy);
          setSaid(restoreText.restored);
        }}
        onDiscard={(copy) => {
          copies.drop(copy);
          setSaid(restoreText.discarded);
        }}
      />
      {said && <p>{said}</p>}
    </StatusRegion>
  );
}
