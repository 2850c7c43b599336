import { NotificationBanner } from '@/components/ui/notification-banner';
import { yearPaths } from '@/lib/routes';
import { readThroughText as text } from '@/lib/text/read-through/read-through';

type UnreadNoticeProps = { year: number; left: number; differences: number };

/** What keeps a year from being published as far as it hasn't been read. */
export function UnreadNotice({ year, left, differences }: UnreadNoticeProps) {
  if (left === 0) return null;
  return (
    <NotificationBanner
      kind="warning"
      title={text.unreadTitle(left)}
      className="mb-4"
      actions={
        <a href={yearPaths(year).readThrough} className="link">
          {text.toReadThrough}
        </a>
      }
    >
      {differences > 0 && text.unreadDifferences(differences)}
    </NotificationBanner>
  );
}
