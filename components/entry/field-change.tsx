import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/amount';
import { Added, Removed, TextParts } from '@/components/ui/text-parts';
import { type EntryField, hasKind } from '@/lib/domain/entry-fields';
import type { FieldChange, TextPart } from '@/lib/domain/entry-history-view';
import { entryFieldText, entryText, inThousandYen, lastYearText } from '@/lib/text/entry';
import { historyText } from '@/lib/text/entry-history';

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

const mark = (value: boolean): string => (value ? entryText.yes : entryText.no);

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
    case 'lastYear':
      return <OldAndNew before={lastYearText[change.before]} after={lastYearText[change.after]} />;
    case 'mark':
      return <OldAndNew before={mark(change.before)} after={mark(change.after)} />;
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
