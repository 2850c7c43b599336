import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EditionName } from '@/lib/domain/edition/edition';
import { yearPaths } from '@/lib/routes';
import { editionsText as text } from '@/lib/text/edition/editions';

/** What was published isn't what the year says any more: the way to what differs, and to a 訂正版. */
export function ChangedNotice({ edition }: { edition: EditionName | null }) {
  if (!edition) return null;
  return (
    <NotificationBanner
      kind="warning"
      title={text.changed(edition)}
      className="mb-4 print:hidden"
      actions={
        <a href={yearPaths(edition.year).publish} className="link">
          {text.toDifferences}
        </a>
      }
    >
      {text.changedNext}
    </NotificationBanner>
  );
}
