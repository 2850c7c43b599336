import type { ReactNode } from 'react';
import { Amount } from '@/components/entry/amount';
import { Added, Removed, TextParts } from '@/components/form/text-parts';
import { type EntryField, hasKind } from '@/lib/domain/entry/entry-fields';
import type { FieldChange, TextPart } from '@/lib/domain/entry/entry-history-view';
import { entryFieldText, entryText, inThousandYen, optionText } from '@/lib/text/entry/entry';
import { historyText } from '@/lib/text/entry/entry-history';

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
    <div className="change-row">
      <dt className="text-dns-14B-130 desktop:pt-1">{labelOf(change.field)}</dt>
      <dd className="min-w-0">
        <Body change={change} />
      </dd>
    </div>
  );
}
