import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EntryField } from '@/lib/domain/entry/entry-fields';
import { confirmText, entryFieldText } from '@/lib/text/entry/entry';
import { fieldErrorMessage } from '@/lib/text/errors';

/** Where a press of 提出 leads while something is missing. */
export const MISSING_ID = 'missing';

/** What stands in the way of submitting, each with the way to its field. */
export function MissingNotice({ missing, editHref }: { missing: readonly EntryField[]; editHref: string }) {
  if (missing.length === 0) return null;
  return (
    <section id={MISSING_ID} tabIndex={-1} aria-label={confirmText.blocked} className="mb-4">
      <NotificationBanner kind="error" title={confirmText.blocked}>
        <ul>
          {missing.map((field) => (
            <li key={field}>
              <a href={`${editHref}#${field}`} className="link">
                {fieldErrorMessage(entryFieldText[field], 'required')}
              </a>
            </li>
          ))}
        </ul>
      </NotificationBanner>
    </section>
  );
}
