import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusLabel } from '@/components/ui/status-label';
import type { DocumentState } from '@/lib/domain/year-document';
import { documentPageText as text } from '@/lib/text/document-page';
import { quotedCharacters } from '@/lib/text/unprintable';

type Props = {
  state: DocumentState;
  entryHref: (id: string) => string;
  /** Where 別紙掲載分 and the year's texts are entered; null for readers who may not. */
  settingsHref: string | null;
};

function Undecided({ state: { isDraft, undecided }, entryHref }: Props) {
  if (undecided.length === 0) return isDraft ? <p>{text.noEntries}</p> : null;
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

function BlankAnnexes({ state: { blankAnnexes }, settingsHref }: Props) {
  if (blankAnnexes.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4">
      {text.blankAnnexes(blankAnnexes)}
      {settingsHref ? (
        <a href={settingsHref} className="link">
          {text.enterAnnexes}
        </a>
      ) : (
        text.whoEnters
      )}
    </p>
  );
}

function Unprintable({ state: { unprintable }, entryHref, settingsHref }: Props) {
  if (unprintable.length === 0) return null;
  return (
    <>
      <p>{text.unprintable}</p>
      <ul className="my-1 grid gap-1">
        {unprintable.map(({ entry, characters }) => {
          const href = entry ? entryHref(entry.id) : settingsHref;
          const name = entry?.name ?? text.yearTexts;
          return (
            <li key={entry?.id ?? ''} className="flex flex-wrap gap-x-3">
              {quotedCharacters(characters)}
              {href ? (
                <a href={href} className="link">
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const titleOf = ({ isDraft, blankAnnexes }: DocumentState): string => {
  if (isDraft) return text.draft;
  return blankAnnexes.length > 0 ? text.incomplete : text.hasUnprintable;
};

/** What keeps the document from being final, and where to go for it. */
export function DocumentStateStrip(props: Props) {
  const { isDraft, blankAnnexes, hasTotalsOnly, unprintable } = props.state;
  if (hasTotalsOnly) return <NotificationBanner kind="info" title={text.totalsOnly} className="mb-4 print:hidden" />;
  if (!isDraft && blankAnnexes.length === 0 && unprintable.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title={titleOf(props.state)} className="mb-4 print:hidden">
      <Undecided {...props} />
      <BlankAnnexes {...props} />
      <Unprintable {...props} />
    </NotificationBanner>
  );
}
