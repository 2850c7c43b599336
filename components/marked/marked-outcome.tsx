import { ProblemBanner } from '@/components/form/problem-banner';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { undoing } from '@/lib/domain/marked/marked';
import type { MarkedEntry } from '@/lib/domain/marked/marking';
import { entryPaths } from '@/lib/routes';
import { failedHeading, markedActText, markedText as text, whyNot } from '@/lib/text/marked/marked';
import { uiText } from '@/lib/text/ui';
import type { ActOutcome } from './use-marked-act';

function EntryLink({ year, entry: { id, name } }: { year: number; entry: MarkedEntry }) {
  return (
    <a href={entryPaths(year, id).entry} className="link font-bold">
      {name}
    </a>
  );
}

type MarkedOutcomeProps = { year: number; outcome: ActOutcome; onUndo: () => void; onClose: () => void };

/** What was done, and can be taken back; and of each that it wasn't done to, why. */
export function MarkedOutcome({ year, outcome: { act, done, failed }, onUndo, onClose }: MarkedOutcomeProps) {
  const close = (
    <Button variant="text" onClick={onClose}>
      {uiText.close}
    </Button>
  );
  // What ended with the session is done again once there is another.
  const { code } = failed.find((one) => one.code === 'signed_out') ?? failed[0] ?? {};
  return (
    <div className="flex max-h-[50dvh] flex-col gap-2 overflow-y-auto py-2">
      {done.length > 0 && (
        <NotificationBanner
          kind="success"
          title={markedActText[act].done(done.length)}
          actions={
            <>
              {undoing(act) && <Button onClick={onUndo}>{text.undo}</Button>}
              {close}
            </>
          }
        />
      )}
      {code && (
        <ProblemBanner problem={code} title={failedHeading(act, failed.length)} actions={done.length === 0 && close}>
          <ul className="list-disc ps-6">
            {failed.map(({ entry, ...why }) => (
              <li key={entry.id}>
                <EntryLink year={year} entry={entry} />　{whyNot(why)}
              </li>
            ))}
          </ul>
        </ProblemBanner>
      )}
    </div>
  );
}

/** Those whose content or state is another one than when they were marked: nobody has looked at it yet. */
export function ChangedEntries({ year, entries }: { year: number; entries: readonly MarkedEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title={text.changed(entries.length)} className="my-2">
      <ul className="max-h-[20dvh] list-disc overflow-y-auto ps-6">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryLink year={year} entry={entry} />
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
