import type { ReactNode } from 'react';
import { FieldChangeRow } from '@/components/approval/field-change-row';
import { TextParts } from '@/components/form/text-parts';
import { Icon } from '@/components/ui/icons';
import { PROSE, type Prose } from '@/lib/domain/entry/entry-fields';
import type { ChangesSinceDecision, FieldChange } from '@/lib/domain/entry/entry-history-view';
import type { EntryView, LastYearTexts } from '@/lib/domain/entry/entry-view';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { textDifference } from '@/lib/domain/entry/text-difference';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { approvalsText } from '@/lib/text/entry/approvals';
import { confirmText, entryFieldText, entryText, textsText } from '@/lib/text/entry/entry';
import { revisionActionText } from '@/lib/text/entry/entry-history';
import { formatDateTime } from '@/lib/text/format';
import { ToMend } from './entry-banners';
import { TextViews } from './text-views';

type Texts = Record<Prose, string>;

/** What may be left out and was isn't shown. */
const shownOf = (...texts: readonly (Texts | null)[]): Prose[] =>
  PROSE.filter((field) => field !== 'opinionsAndPledges' || texts.some((of) => of?.[field]));

type LabelProps = { field: Prose; changeHref: ((field: Prose) => string) | undefined; note?: string | undefined };

function Label({ field, changeHref, note }: LabelProps) {
  return (
    <dt className="text-dns-16B-130 desktop:pt-1">
      {entryFieldText[field]}
      {note && <span className="ms-3 text-dns-14N-130 desktop:ms-0 desktop:mt-1 desktop:block">{note}</span>}
      {changeHref && (
        <a href={changeHref(field)} className="link ms-3 text-dns-16N-130 desktop:ms-0 desktop:mt-1 desktop:block">
          {confirmText.change}
          <span className="sr-only">：{entryFieldText[field]}</span>
        </a>
      )}
    </dt>
  );
}

/** Why it came back, beside what was done about it. */
function SentBack({ since }: { since: ChangesSinceDecision }) {
  return (
    <div className="sent-back">
      <p className="flex items-center gap-1 font-bold text-orange-900">
        <Icon name="undo" />
        {entryText.lastTime(revisionActionText(since.action))}
      </p>
      <ToMend fields={since.toMend} />
      <p className="whitespace-pre-line">{since.reason}</p>
      <p className="text-solid-gray-700">
        {since.actorName}　<span className="whitespace-nowrap">{formatDateTime(new Date(since.at))}</span>
      </p>
    </div>
  );
}

/** What changed beside the texts. */
const otherChanges = (since: ChangesSinceDecision | null): FieldChange[] =>
  since?.changes.filter(({ field }) => !PROSE.some((prose) => prose === field)) ?? [];

type EntryTextsProps = {
  entry: EntryView;
  /** Against what was sent back; null: it wasn't. */
  since: ChangesSinceDecision | null;
  /** null: the project had no entry then. */
  lastYear: LastYearTexts | null;
  changeHref?: ((field: Prose) => string) | undefined;
};

/** The texts with what changed marked, where they came back, else as they are read. */
function OwnTexts({ entry, since, changeHref }: EntryTextsProps) {
  const changes = since?.changes ?? [];
  const partsOf = (field: Prose) => changes.find((change) => change.field === field && change.kind === 'text');
  return (
    <div className="entry-texts">
      {since && WAITING.includes(entry.status) && <SentBack since={since} />}
      <div>
        {since && changes.length === 0 && <p className="py-2">{approvalsText.unchanged}</p>}
        <dl>
          {otherChanges(since).map((change) => (
            <FieldChangeRow key={change.field} change={change} />
          ))}
          {shownOf(entry).map((field) => {
            const change = partsOf(field);
            return (
              <div key={field} className="text-row">
                <Label field={field} changeHref={changeHref} />
                <dd>
                  {change?.kind === 'text' ? <TextParts parts={change.parts} /> : entry[field] || entryText.notEntered}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
    </div>
  );
}

function TextsBeside({ entry, since, lastYear, changeHref }: EntryTextsProps & { lastYear: LastYearTexts }) {
  const { year, isOpen } = entry;
  const others = otherChanges(since);
  const isChanged = (field: Prose) => since?.changes.some((change) => change.field === field);
  return (
    <>
      {since && WAITING.includes(entry.status) && <SentBack since={since} />}
      {others.length > 0 && (
        <dl className="changes-beside">
          {others.map((change) => (
            <FieldChangeRow key={change.field} change={change} />
          ))}
        </dl>
      )}
      <div className="text-row text-row-beside text-dns-14B-130 max-desktop:hidden">
        <span />
        <span>{textsText.now(yearName(year), isOpen)}</span>
        <span>{textsText.before(yearName(year - 1), lastYear.isApproved)}</span>
      </div>
      <dl>
        {shownOf(entry, lastYear).map((field) => {
          const parts = textDifference(lastYear[field], entry[field]);
          const partsBut = (left: 'added' | 'removed'): ReactNode => (
            <TextParts parts={parts.filter(({ kind }) => kind !== left)} />
          );
          return (
            <div key={field} className="text-row text-row-beside">
              <Label field={field} changeHref={changeHref} note={isChanged(field) ? textsText.changed : undefined} />
              <dd>{entry[field] ? partsBut('removed') : entryText.notEntered}</dd>
              <dd className="before">
                <span className="desktop:sr-only">
                  {textsText.before(yearName(year - 1), lastYear.isApproved)}
                  {'\n'}
                </span>
                {lastYear[field] ? partsBut('added') : textsText.none}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** What an entry says, as it is read; last year's one key away. */
export function EntryTexts(props: EntryTextsProps) {
  const { since, lastYear } = props;
  const title = since && (since.action === 'return' ? approvalsText.sinceReturn : approvalsText.sinceReopen);
  const heading = (
    <h2 id="texts" className="text-std-18B-160">
      {title ?? textsText.title}
      {since && since.changes.length > 0 && <> {approvalsText.fields(since.changes.length)}</>}
    </h2>
  );
  return (
    <section aria-labelledby="texts" className="mb-4">
      {lastYear ? (
        <TextViews
          heading={heading}
          ownLabel={since ? textsText.changes : textsText.alone}
          own={<OwnTexts {...props} />}
          beside={<TextsBeside {...props} lastYear={lastYear} />}
        />
      ) : (
        <>
          <div className="mt-3">{heading}</div>
          <OwnTexts {...props} />
        </>
      )}
    </section>
  );
}
