import { StatusLabel } from '@/components/entry/status-label';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { DocumentState } from '@/lib/domain/year/year-document';
import { entryListHref } from '@/lib/list-routes';
import { quotedCharacters, documentPageText as text } from '@/lib/text/document/document-page';

type Props = {
  year: number;
  state: DocumentState;
  entryHref: (id: string) => string;
  /** Where 別紙掲載分 and the year's texts are entered; null for readers who may not. */
  settingsHref: string | null;
  /** Where another year is mended. */
  yearHref: (year: number) => string;
};

type NamedEntry = { id: string; name: string; status?: EntryStatus };
type EntriesProps = { summary: string; entries: readonly NamedEntry[]; entryHref: Props['entryHref'] };

/** Entries of one kind, unfolded where they are asked for. */
function Entries({ summary, entries, entryHref }: EntriesProps) {
  if (entries.length === 0) return null;
  return (
    <details>
      <summary className="link w-fit">
        {summary}
        <span aria-hidden="true">▾</span>
      </summary>
      <ul className="my-1 grid gap-1">
        {entries.map(({ id, name, status }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            {status && <StatusLabel status={status} />}
            <a href={entryHref(id)} className="link">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function OverCeilings({ year, state: { overCeilings } }: Props) {
  return overCeilings.map(({ categoryId, name, over }) => (
    <p key={categoryId} className="flex flex-wrap gap-x-4">
      {text.overCeiling(name, over)}
      <a href={entryListHref(year, { category: categoryId })} className="link">
        {text.showEntries}
      </a>
    </p>
  ));
}

function OtherYears({ state: { blankYears, unsettledYear: unsettled }, yearHref }: Props) {
  return (
    <>
      {blankYears.map((year) => (
        <p key={year} className="flex flex-wrap gap-x-4">
          {text.blankYear(year)}
          <a href={yearHref(year)} className="link">
            {text.showYear(year)}
          </a>
        </p>
      ))}
      {unsettled && (
        <p className="flex flex-wrap gap-x-4">
          {text.unsettledYear(unsettled.year)}
          {unsettled.hasUndecided ? (
            <a href={entryListHref(unsettled.year, { status: 'undecided' })} className="link">
              {text.showUndecided(unsettled.year)}
            </a>
          ) : (
            !blankYears.includes(unsettled.year) && (
              <a href={yearHref(unsettled.year)} className="link">
                {text.showYear(unsettled.year)}
              </a>
            )
          )}
        </p>
      )}
    </>
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

/** What makes it a draft. */
const draftTitle = ({ undecided, unsettledYear }: DocumentState): string =>
  undecided.length === 0 && unsettledYear ? text.draftOfOpenYear(unsettledYear.year) : text.draft;

const titleOf = (state: DocumentState): string => {
  const { isDraft, blankAnnexes, unprintable } = state;
  if (isDraft) return draftTitle(state);
  if (blankAnnexes.length > 0) return text.incomplete;
  return unprintable.length > 0 ? text.hasUnprintable : text.toCheck;
};

const isFinal = (state: DocumentState): boolean =>
  !state.isDraft &&
  state.unsettledYear === null &&
  [state.blankAnnexes, state.blankAmounts, state.blankYears, state.overCeilings].every(({ length }) => length === 0) &&
  state.unknownLastYear.length === 0 &&
  state.unprintable.length === 0;

/** What keeps the document from being final, and where to go for it. */
export function DocumentStateStrip(props: Props) {
  const { state, entryHref } = props;
  const { isDraft, undecided, blankAmounts, unknownLastYear } = state;
  if (state.hasTotalsOnly) {
    return (
      <NotificationBanner kind="info" title={text.totalsOnly} className="mb-4 print:hidden">
        {text.withoutSection}
      </NotificationBanner>
    );
  }
  if (isFinal(state)) return null;
  return (
    <NotificationBanner kind="warning" title={titleOf(state)} className="mb-4 print:hidden">
      {isDraft && undecided.length === 0 && state.unsettledYear === null && <p>{text.noEntries}</p>}
      <Entries summary={text.undecided(undecided.length)} entries={undecided} entryHref={entryHref} />
      <OverCeilings {...props} />
      <Entries summary={text.blankAmounts(blankAmounts.length)} entries={blankAmounts} entryHref={entryHref} />
      <BlankAnnexes {...props} />
      <OtherYears {...props} />
      <Entries summary={text.unknownLastYear(unknownLastYear.length)} entries={unknownLastYear} entryHref={entryHref} />
      <Unprintable {...props} />
    </NotificationBanner>
  );
}
