import { type RefObject, useRef, useState } from 'react';
import { attempt } from '@/components/form/attempt';
import { addEntryAction, saveEntryAction } from '@/lib/actions/entries';
import { getEntryFieldsAction } from '@/lib/actions/entry-fields';
import type { EntryFieldsText } from '@/lib/domain/entry';
import { changedFields, ENTRY_FIELDS } from '@/lib/domain/entry-difference';
import type { CurrentEntry } from '@/lib/domain/entry-view';
import type { FieldErrors } from '@/lib/domain/field-errors';
import type { Problem } from '@/lib/domain/result';
import type { Base, EntryForm } from './editor-form';

export type SaveState = { kind: 'idle' | 'saving' } | { kind: 'saved'; at: Date } | { kind: 'failed'; code: Problem };

type Options = {
  form: EntryForm;
  base: RefObject<Base>;
  year: number;
  /** Under which an entry that isn't stored yet is added. */
  newEntryId: RefObject<string>;
  /** Called with what the server has now. */
  onSaved: (before: Base) => void;
  onConflict: (latest: CurrentEntry, mine: EntryFieldsText) => void;
  /** Called when fields have to be corrected first. */
  onInvalid: () => void;
};

/** Sends one save at a time, each with the version that its text was made from. */
export function useEntrySaving({ form, base, year, newEntryId, onSaved, onConflict, onInvalid }: Options) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  const send = async (fields: EntryFieldsText) => {
    const { entryId, version } = base.current;
    if (entryId !== null) return attempt(() => saveEntryAction({ entryId, version, ...fields }));
    const added = await attempt(() => addEntryAction({ year, entryId: newEntryId.current, ...fields }));
    if (added.ok || added.code !== 'already_exists') return added;
    // An earlier answer got lost on its way. What was typed since then is saved upon what it was the answer to.
    return attempt(() => saveEntryAction({ entryId: newEntryId.current, version: version || 1, ...fields }));
  };

  const settle = (next: Base): true => {
    const before = base.current;
    base.current = next;
    setState({ kind: 'saved', at: new Date() });
    onSaved(before);
    return true;
  };

  const refuse = (code: Problem): false => {
    setState({ kind: 'failed', code });
    return false;
  };

  const showFieldErrors = (fields: FieldErrors): false => {
    for (const field of ENTRY_FIELDS) {
      const message = fields[field];
      if (message) form.setError(field, { type: 'server', message });
    }
    setState({ kind: 'idle' });
    onInvalid();
    return false;
  };

  const meet = async (entryId: string, fields: EntryFieldsText): Promise<boolean> => {
    const latest = await attempt(() => getEntryFieldsAction(entryId));
    if (!latest.ok) return refuse(latest.code);
    const { value } = latest;
    // An answer that got lost on its way: what the server has is what was sent.
    if (value.canEdit && changedFields(value.fields, fields).length === 0) {
      return settle({ entryId, version: value.version, fields });
    }
    setState({ kind: 'idle' });
    onConflict(value, fields);
    return false;
  };

  const store = async (): Promise<boolean> => {
    if (!(await form.trigger())) {
      onInvalid();
      return false;
    }
    setState({ kind: 'saving' });
    const fields = structuredClone(form.getValues());
    const answer = await send(fields);
    if (answer.ok) return settle({ entryId: answer.value.entryId, version: answer.value.version, fields });
    if (answer.code === 'conflict') return meet(base.current.entryId ?? newEntryId.current, fields);
    return answer.fields ? showFieldErrors(answer.fields) : refuse(answer.code);
  };

  /** true when everything on the screen at the time of the call is stored. */
  const save = (): Promise<boolean> => {
    running.current = running.current.then(store, store);
    return running.current;
  };

  return { state, save };
}
