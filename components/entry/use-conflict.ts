import { type RefObject, useRef, useState } from 'react';
import type { EntryFieldsText } from '@/lib/domain/entry';
import { conflictingFields, fieldsText, type Side } from '@/lib/domain/entry-difference';
import type { TypedField } from '@/lib/domain/entry-fields';
import type { CurrentEntry } from '@/lib/domain/entry-view';
import type { Base, EntryForm } from './editor-form';

export type Conflict = {
  latest: CurrentEntry;
  mine: EntryFieldsText;
  theirs: EntryFieldsText;
  fields: TypedField[];
  choices: Partial<Record<TypedField, Side>>;
};

const isFocused = (field: TypedField): boolean => document.activeElement?.id === field;

export const undecided = ({ fields, choices }: Conflict): number =>
  fields.filter((field) => choices[field] === undefined).length;

/** Two versions of one entry, side by side until each differing field has been decided. Neither is thrown away. */
export function useConflict(form: EntryForm, base: RefObject<Base>) {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const mine = useRef<Partial<EntryFieldsText>>({});

  /** Puts a side's content into the form; what was typed there is kept for the way back. */
  const put = (field: TypedField, side: Side, latest: EntryFieldsText, before: Side | undefined) => {
    if (side === before) return;
    if (side === 'latest') {
      mine.current = { ...mine.current, [field]: form.getValues(field) };
      form.setValue(field, latest[field], { shouldValidate: true });
    } else if (before === 'latest') {
      form.setValue(field, mine.current[field] ?? latest[field], { shouldValidate: true });
    }
  };

  /** Once everything is decided, saving goes on from the newest version. */
  const show = (next: Conflict) => {
    setConflict(next);
    if (undecided(next) > 0 || !next.latest.canEdit) return;
    base.current = { ...base.current, version: next.latest.version, fields: next.theirs };
  };

  const open = (latest: CurrentEntry, typed: EntryFieldsText) => {
    mine.current = {};
    const theirs = fieldsText(latest.content);
    const differing = conflictingFields(base.current.fields, typed, theirs);
    const choices: Conflict['choices'] = {};
    for (const { field, suggestion } of differing) {
      if (!latest.canEdit || suggestion === null || (suggestion === 'latest' && isFocused(field))) continue;
      choices[field] = suggestion;
      put(field, suggestion, theirs, undefined);
    }
    show({ latest, mine: typed, theirs, fields: differing.map(({ field }) => field), choices });
  };

  const choose = (field: TypedField, side: Side) => {
    if (!conflict) return;
    put(field, side, conflict.theirs, conflict.choices[field]);
    show({ ...conflict, choices: { ...conflict.choices, [field]: side } });
  };

  return { conflict, open, choose, close: () => setConflict(null) };
}
