import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusLabel } from '@/components/ui/status-label';
import type { DocumentState } from '@/lib/domain/year-document';
import { documentPageText as text } from '@/lib/text/document-page';

type Props = {
  state: DocumentState;
  entryHref: (id: string) => string;
  /** Where 別紙掲載分 are entered; null for readers who may not. */
  annexHref: string | null;
};

function Undecided({ state: { undecided }, entryHref }: Props) {
  if (undecided.length === 0) return null;
  return (
    <details>
      <summary className="link w-fit">
        {text.undecided(undecided.length)}
        <span aria-hidden="true">▾</span>
      </summary>
      <ul className="my-1 grid gap-1">
        {undecided.map(({ id, name, status }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <StatusLabel status={status} />
            <a href={entryHref(id)} className="link">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function BlankAnnexes({ state: { blankAnnexes }, annexHref }: Props) {
  if (blankAnnexes.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4">
      {text.blankAnnexes(blankAnnexes)}
      {annexHref ? (
        <a href={annexHref} className="link">
          {text.enterAnnexes}
        </a>
      ) : (
        text.whoEnters
      )}
    </p>
  );
}

/** What keeps the document from being final, and where to go for it. */
export function DocumentStateStrip(props: Props) {
  const { undecided, blankAnnexes, hasTotalsOnly } = props.state;
  if (hasTotalsOnly) return <NotificationBanner kind="info" title={text.totalsOnly} className="mb-4 print:hidden" />;
  if (undecided.length === 0 && blankAnnexes.length === 0) return null;
  return (
    <NotificationBanner
      kind="warning"
      title={undecided.length > 0 ? text.draft : text.incomplete}
      className="mb-4 print:hidden"
    >
      <Undecided {...props} />
      <BlankAnnexes {...props} />
    </NotificationBanner>
  );
}
