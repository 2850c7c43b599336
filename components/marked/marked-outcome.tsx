import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { undoing } from '@/lib/domain/marked/marked';
import { failedHeading, markedActText, markedText as text, whyNot } from '@/lib/text/marked/marked';
import { uiText } from '@/lib/text/ui';
import type { ActOutcome } from './use-marked-act';

type MarkedOutcomeProps = { outcome: ActOutcome; onUndo: () => void; onClose: () => void };

/** What was done, and can be taken back; and of each that it wasn't done to, why. */
export function MarkedOutcome({ outcome: { act, done, failed }, onUndo, onClose }: MarkedOutcomeProps) {
  return (
    <div className="flex max-h-[50dvh] flex-col gap-2 overflow-y-auto py-2">
      {done.length > 0 && (
        <NotificationBanner
          kind="success"
          title={markedActText[act].done(done.length)}
          actions={
            <>
              {undoing(act) && <Button onClick={onUndo}>{text.undo}</Button>}
              <Button variant="text" onClick={onClose}>
                {uiText.close}
              </Button>
            </>
          }
        />
      )}
      {failed.length > 0 && (
        <NotificationBanner kind="error" title={failedHeading(act, failed.length)}>
          <ul className="list-disc ps-6">
            {failed.map(({ entry, code }) => (
              <li key={entry.id}>
                <b>{entry.name}</b>　{whyNot(code)}
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
    </div>
  );
}
