import { NotificationBanner } from '@/components/ui/notification-banner';
import { type Closed, openPointGroups } from '@/lib/domain/year/open-points';
import { openPointText, openPointTitle, closeYearText as text } from '@/lib/text/year/open-points';

/** Who closed the year, and what was confirmed then and stayed as it was. */
export function ClosedBanner({ closed }: { closed: Closed | null }) {
  if (!closed) return null;
  return (
    <NotificationBanner
      kind="info"
      word={text.closed}
      title={text.closedBy(closed.by, closed.at)}
      className="mb-4 print:hidden"
    >
      {closed.confirmed.length > 0 && (
        <details>
          <summary className="link w-fit">
            {text.confirmed} {text.count(closed.confirmed.length)}
            <span aria-hidden="true">▾</span>
          </summary>
          <ul className="my-1 grid gap-1">
            {openPointGroups(closed.confirmed).map(({ kind, points }) => (
              <li key={kind}>
                {openPointTitle[kind]}：{points.map(openPointText).join('、')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </NotificationBanner>
  );
}
