'use client';

import { type ReactNode, type RefObject, useEffect, useId } from 'react';
import { MarkedText } from '@/components/form/draft-field';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import type { Choice } from '@/lib/domain/choice';
import { type Conflict, type Side, undecidedFields } from '@/lib/domain/draft/draft';
import { hasKind, type TypedField } from '@/lib/domain/entry/entry-fields';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { conflictText } from '@/lib/text/entry/conflict-panel';
import { entryFieldText, entryText, optionText } from '@/lib/text/entry/entry';
import { statusText } from '@/lib/text/entry/entry-status';
import { typedAmountText } from '@/lib/text/entry/typed-amount';
import { otherVersionText } from '@/lib/text/other-version';
import { notificationText } from '@/lib/text/ui';

export type ConflictPanelProps = {
  ref: RefObject<HTMLElement | null>;
  /** Count of presses that led here: the panel takes the focus at each. */
  asked: number;
  conflict: Conflict<EntryFieldsText>;
  contents: Record<Side, EntryFieldsText>;
  status: EntryStatus;
  categories: readonly Choice[];
  projects: readonly Choice[];
  onChoose: (field: TypedField, side: Side) => void;
  onSave: () => void;
};

const SIDES = [
  { side: 'mine', heading: conflictText.mine, action: conflictText.keepMine },
  { side: 'theirs', heading: conflictText.latest, action: conflictText.takeLatest },
] as const;

function shown(field: TypedField, fields: EntryFieldsText, choices: readonly Choice[]): string {
  const value = fields[field];
  if (typeof value === 'boolean') return value ? entryText.yes : entryText.no;
  if (hasKind(field, 'option', 'lastYear')) return optionText[field][fields[field]] ?? '';
  if (hasKind(field, 'choice')) {
    return choices.find(({ id }) => id === value)?.name ?? conflictText.empty;
  }
  if (value === '') return conflictText.empty;
  return hasKind(field, 'amount') ? typedAmountText(value) : value;
}

/** Both versions of every field in which they differ; per field a person decides which one goes on. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { ref, asked, conflict, contents, status, categories, projects, onChoose, onSave } = props;
  const titleId = useId();
  useEffect(() => {
    if (asked > 0) ref.current?.focus();
  }, [asked, ref]);
  const { fields, choices, change, isLocked } = conflict;
  const count = undecidedFields({ conflict }).length;
  const content = (field: TypedField, side: Side): ReactNode => {
    const [text, against] = [side, side === 'mine' ? 'theirs' : 'mine'].map((of) =>
      shown(field, contents[of as Side], [...categories, ...projects]),
    ) as [string, string];
    return hasKind(field, 'line', 'prose') ? <MarkedText key={text} text={text} against={against} /> : text;
  };
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="mb-4 rounded-6 border-2 border-l-8 border-orange-900 bg-white px-4 py-3"
    >
      <h2 id={titleId} className="flex items-start gap-2 text-std-18B-160">
        <span className="inline-flex shrink-0 items-center gap-1 text-orange-900">
          <Icon name="warning" />
          <span>{notificationText.warning}</span>
        </span>
        <span>{isLocked ? conflictText.lockedTitle(statusText[status]) : otherVersionText.title(change)}</span>
      </h2>
      <p>{isLocked ? conflictText.locked : conflictText.lead}</p>
      {fields.map((field) => (
        <fieldset key={field} className="mt-3 grid gap-3 border-t border-solid-gray-420 pt-2 desktop:grid-cols-2">
          <legend className="float-start text-dns-16B-130 desktop:col-span-2">{entryFieldText[field]}</legend>
          {SIDES.map(({ side, heading, action }) => (
            <div key={side} className={choices[field]?.side === side ? 'rounded-6 bg-blue-50 p-2' : 'p-2'}>
              <p className="text-dns-14B-130">{heading}</p>
              <p className="max-h-48 overflow-y-auto text-std-16N-170 whitespace-pre-line">{content(field, side)}</p>
              {!isLocked && (
                <Button
                  className="mt-1"
                  aria-pressed={choices[field]?.side === side}
                  icon={choices[field]?.side === side && <Icon name="check" />}
                  onClick={() => onChoose(field, side)}
                >
                  {action}
                  <span className="sr-only">：{entryFieldText[field]}</span>
                </Button>
              )}
            </div>
          ))}
        </fieldset>
      ))}
      {!isLocked && (
        <div className="mt-3 flex flex-wrap items-center gap-3 border-t border-solid-gray-420 pt-3">
          <p role="status">{count > 0 ? conflictText.remaining(count) : conflictText.ready}</p>
          <Button onClick={onSave}>{conflictText.saveChosen}</Button>
        </div>
      )}
    </section>
  );
}
