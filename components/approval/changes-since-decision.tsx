import type { ReactNode } from 'react';
import { Amount } from '@/components/entry/amount';
import { Added, Removed, TextParts } from '@/components/form/text-parts';
import { type EntryField, hasKind } from '@/lib/domain/entry/entry-fields';
import type { FieldChange, ChangesSinceDecision as Since, TextPart } from '@/lib/domain/entry/entry-history-view';
import { approvalsText as text } from '@/lib/text/entry/approvals';
import { entryFieldText, entryText, inThousandYen, optionText } from '@/lib/text/entry/entry';
import { historyText } from '@/lib/text/entry/entry-history';
import { formatEraDateTime } from '@/lib/text/format';

function TextDifference({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className="max-w-[46rem] text-std-16N-170 whitespace-pre-line">
      <TextParts parts={parts} />
    </p>
  );
}

/** Old → new, as one line. */
function OldAndNew({ before, after, children }: { before: ReactNode; after: ReactNode; children?: ReactNode }) {
  return (
    <p className="flex flex-wrap gap-x-2">
      <Removed>{before}</Removed>
      <span aria-hidden="true">→</span>
      <Added>{after}</Added>
      {children}
    </p>
  );
}

const flag = (value: boolean): string => (value ? entryText.yes : entryText.no);

function Body({ change }: { change: FieldChange }) {
  switch (change.kind) {
    case 'text':
      return <TextDifference parts={change.parts} />;
    case 'amount':
      return (
        <OldAndNew
          before={<Amount value={change.before} blank="notEntered" />}
          after={<Amount value={change.after} blank="notEntered" />}
        >
          {change.difference !== null && (
            <span>
              （{historyText.difference} <Amount value={change.difference} />
              {entryText.thousandYen}）
            </span>
          )}
        </OldAndNew>
      );
    case 'option': {
      const words = optionText[change.field];
      return <OldAndNew before={words[change.before]} after={words[change.after]} />;
    }
    case 'flag':
      return <OldAndNew before={flag(change.before)} after={flag(change.after)} />;
    case 'choice':
      return <OldAndNew before={change.before || historyText.none} after={change.after || historyText.none} />;
  }
}

const labelOf = (field: EntryField): string =>
  hasKind(field, 'amount') ? inThousandYen(field) : entryFieldText[field];

export function FieldChangeRow({ change }: { change: FieldChange }) {
  return (
    <div className="grid gap-x-6 py-1 desktop:grid-cols-[10rem_1fr]">
      <dt className="text-dns-14B-130 desktop:pt-1">{labelOf(change.field)}</dt>
      <dd className="min-w-0">
        <Body change={change} />
      </dd>
    </div>
  );
}

/** Why it came back the last time, and what was done about it. */
export function ChangesSinceDecision({ since }: { since: Since }) {
  const title = since.action === 'return' ? text.sinceReturn : text.sinceReopen;
  return (
    <section aria-labelledby="since-decision" className="mb-4 rounded-6 border border-solid-gray-420 px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id="since-decision" className="text-dns-16B-130">
          {title}
        </h2>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {text.decided(formatEraDateTime(new Date(since.at)), since.actorName)}
        </p>
      </div>
      <dl className="mt-2">
        {since.reason && (
          <div className="grid gap-x-6 py-1 desktop:grid-cols-[10rem_1fr]">
            <dt className="text-dns-14B-130 desktop:pt-1">{text.reason}</dt>
            <dd className="max-w-[46rem] min-w-0 whitespace-pre-line">{since.reason}</dd>
          </div>
        )}
        {since.changes.map((change) => (
          <FieldChangeRow key={change.field} change={change} />
        ))}
      </dl>
      {since.changes.length === 0 && <p className="mt-2">{text.unchanged}</p>}
    </section>
  );
}
