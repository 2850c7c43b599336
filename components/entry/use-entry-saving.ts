import { type RefObject, useEffect, useRef, useState } from 'react';
import { attempt } from '@/components/form/attempt';
import { addEntryAction, saveEntryAction } from '@/lib/actions/entries';
import { getEntryFieldsAction } from '@/lib/actions/entry-fields';
import { type EntryFieldsText, entryFieldsInput } from '@/lib/domain/entry';
import { changedFields, fieldsText } from '@/lib/domain/entry-difference';
import { TYPED_FIELDS, type TypedField } from '@/lib/domain/entry-fields';
import type { CurrentEntry } from '@/lib/domain/entry-view';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { isPassing, type Problem } from '@/lib/domain/result';
import type { Base, EntryForm } from './editor-form';

export type SaveState =
  | { kind: 'idle' | 'saving' }
  /** isPartial: all but what has to be corrected first. */
  | { kind: 'saved'; at: Date; isPartial: boolean }
  | { kind: 'failed'; code: Problem };

type Options = {
  form: EntryForm;
  base: RefObject<Base>;
  year: number;
  /** Under which an entry that isn't stored yet is added. */
  newEntryId: RefObject<string>;
  /** Called with what the server has now. */
  onSaved: (before: Base) => void;
  onConflict: (latest: CurrentEntry, mine: EntryFieldsText, isAsked: boolean) => void;
  /** Called when fields have to be corrected first. */
  onInvalid: () => void;
};

/** A save that somebody asked for, what was wrong then, and how often it was sent since without them. */
type Save = { fields: EntryFieldsText; wrong: TypedField[]; tries: number };

const LONGEST_WAIT_S = 30;

/**
 * Sends one save at a time, each with the version that its text was made from. What was asked for while the service was away
 * is sent again until it is back; what was typed since then waits for its own save.
 */
export function useEntrySaving({ form, base, year, newEntryId, onSaved, onConflict, onInvalid }: Options) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const send = async (fields: EntryFieldsText) => {
    const { entryId, version } = base.current;
    if (entryId !== null) return attempt(() => saveEntryAction({ entryId, version, ...fields }));
    const added = await attempt(() => addEntryAction({ year, entryId: newEntryId.current, ...fields }));
    if (added.ok || added.code !== 'already_exists') return added;
    // An earlier answer got lost on its way. What was typed since then is saved upon what it was the answer to.
    return attempt(() => saveEntryAction({ entryId: newEntryId.current, version: version || 1, ...fields }));
  };

  /** true: everything that was on the screen is stored. */
  const settle = (next: Base, { wrong, tries }: Save): boolean => {
    const before = base.current;
    base.current = next;
    const isPartial = wrong.length > 0;
    setState({ kind: 'saved', at: new Date(), isPartial });
    onSaved(before);
    if (isPartial && tries === 0) onInvalid();
    return !isPartial;
  };

  const showFieldErrors = (fields: FieldErrors): false => {
    for (const field of TYPED_FIELDS) {
      const message = fields[field];
      if (message) form.setError(field, { type: 'server', message });
    }
    setState({ kind: 'idle' });
    onInvalid();
    return false;
  };

  const sendLater = (save: Save) => {
    const seconds = Math.min(2 ** save.tries, LONGEST_WAIT_S);
    waiting.current = setTimeout(() => {
      running.current = running.current.then(() => deliver({ ...save, tries: save.tries + 1 }));
    }, seconds * 1000);
  };

  const fail = (code: Problem, unsent: Save): false => {
    setState({ kind: 'failed', code });
    if (isPassing(code)) sendLater(unsent);
    return false;
  };

  const meet = async (entryId: string, save: Save): Promise<boolean> => {
    const { fields, tries } = save;
    const latest = await attempt(() => getEntryFieldsAction(entryId));
    if (!latest.ok) return fail(latest.code, save);
    const { value } = latest;
    // An answer that got lost on its way: what the server has is what was sent.
    if (value.canEdit && changedFields(fieldsText(value.content), fields).length === 0) {
      return settle({ entryId, version: value.version, fields }, save);
    }
    setState({ kind: 'idle' });
    onConflict(value, structuredClone(form.getValues()), tries === 0);
    return false;
  };

  const deliver = async (save: Save): Promise<boolean> => {
    const { fields } = save;
    const answer = await send(fields);
    if (answer.ok) return settle({ ...answer.value, fields }, save);
    if (answer.code === 'conflict') return meet(base.current.entryId ?? newEntryId.current, save);
    return answer.fields ? showFieldErrors(answer.fields) : fail(answer.code, save);
  };

  /** The text on the screen, less the fields that are wrong: of those, what is stored stays. null: nothing to be stored. */
  const storable = (wrong: TypedField[]): EntryFieldsText | null => {
    const stored = base.current.fields;
    const kept = Object.fromEntries(wrong.map((field) => [field, stored[field]]));
    const fields = { ...structuredClone(form.getValues()), ...kept };
    if (wrong.length === 0) return fields;
    return entryFieldsInput.safeParse(fields).success && changedFields(stored, fields).length > 0 ? fields : null;
  };

  const store = async (): Promise<boolean> => {
    clearTimeout(waiting.current);
    const isRight = await form.trigger();
    const wrong = isRight ? [] : TYPED_FIELDS.filter((field) => form.getFieldState(field).error);
    const fields = storable(wrong);
    if (!fields) {
      onInvalid();
      return false;
    }
    setState({ kind: 'saving' });
    return deliver({ fields, wrong, tries: 0 });
  };

  /** true when everything on the screen at the time of the call is stored. */
  const save = (): Promise<boolean> => {
    running.current = running.current.then(store, store);
    return running.current;
  };

  return { state, save };
}
