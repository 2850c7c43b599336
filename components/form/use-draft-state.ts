import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type PathValue,
  type Resolver,
  useForm,
} from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  changeDraft,
  changedFields,
  type Draft,
  type DraftEvent,
  type FieldOf,
  newDraft,
  type Rebase,
  type Stored,
  sameIn,
  type Value,
} from '@/lib/domain/draft/draft';
import { fieldErrors } from '@/lib/domain/field-errors';
import type { DeviceCopy } from './device-copy';
import { useDeviceCopy } from './use-device-copy';
import { useLeaveWarning } from './use-leave-warning';

export type Text = Record<string, Value>;

export type DraftStateOptions<F extends Text> = {
  schema: z.ZodMiniType<unknown, F> & { shape: Record<string, z.ZodMiniType> };
  /** Comes in anew whenever the page is brought up to date. */
  stored: Stored<F>;
  /** The name under which this device keeps what is typed. Left out: it doesn't, as with passwords. */
  keep?: string | undefined;
  rebase?: Rebase | undefined;
};

/** The same first complaint of each field as the server's. What is typed stays as it is. */
const resolverOf =
  <F extends Text>(schema: z.ZodMiniType<unknown, F>): Resolver<F> =>
  (values) => {
    const { success, error } = schema.safeParse(values);
    if (success) return { values, errors: {} };
    const found = Object.entries(fieldErrors(error.issues)).map(([name, message]) => [
      name,
      { type: 'input', message },
    ]);
    return { values: {}, errors: Object.fromEntries(found) as FieldErrors<F> };
  };

type Seen<F> = Pick<Draft<F>, 'conflict' | 'taken' | 'saving'> & { isDirty: boolean };

/**
 * The draft of a form: what the reducer knows, beside the fields, which are the browser's and the IME's. Every event goes through
 * `tell`; what it does to the text goes into the fields, and what isn't stored is kept on the device and asked about on leaving.
 */
export function useDraftState<F extends Text>({ schema, stored, keep, rebase }: DraftStateOptions<F>) {
  const form = useForm<F>({
    resolver: resolverOf(schema),
    defaultValues: stored.fields as DefaultValues<F>,
    mode: 'onSubmit',
    shouldFocusError: false,
  });
  const same = useMemo(() => sameIn(schema.shape), [schema]);

  const draft = useRef(newDraft(stored));
  const isReleased = useRef(false);
  const isFilling = useRef(false);
  const isUnsaved = (fields = draft.current.mine) =>
    !isReleased.current && changedFields(draft.current.theirs, fields, same).length > 0;
  const see = (): Seen<F> => {
    const { conflict, taken, saving } = draft.current;
    return { conflict, taken, saving, isDirty: isUnsaved() };
  };
  const [seen, setSeen] = useState<Seen<F>>(() => ({
    conflict: null,
    taken: null,
    saving: { kind: 'idle' },
    isDirty: false,
  }));
  const show = () =>
    setSeen((before) => {
      const now = see();
      return (Object.keys(now) as (keyof Seen<F>)[]).every((key) => now[key] === before[key]) ? before : now;
    });
  const copies = useDeviceCopy({
    keep,
    form: { shape: schema.shape, fields: stored.fields },
    current: () => draft.current,
    isUnsaved,
  });
  useLeaveWarning(
    seen.isDirty,
    () => isUnsaved(),
    () => copies.isKept,
  );

  /** What the event did to the text goes into the fields. */
  const fill = (shouldValidate: boolean) => {
    isFilling.current = true;
    for (const name of Object.keys(draft.current.mine) as FieldOf<F>[]) {
      const path = name as FieldPath<F>;
      const value = draft.current.mine[name] as Value;
      if (same(name, value, form.getValues(path))) continue;
      form.setValue(path, value as PathValue<F, typeof path>, { shouldValidate });
    }
    isFilling.current = false;
  };

  const tell = (event: DraftEvent<F>) => {
    draft.current = changeDraft(draft.current, event, { same, rebase });
    if (event.kind === 'conflict') fill(false);
    if (event.kind === 'chosen' || event.kind === 'restored') fill(true);
    show();
    copies.flushLater();
  };

  const heard = useEffectEvent((version: number) => {
    if (version > draft.current.version) tell({ kind: 'conflict', stored });
  });
  useEffect(() => heard(stored.version), [stored.version]);

  const typed = useEffectEvent(() => {
    if (!isFilling.current) tell({ kind: 'typed', fields: structuredClone(form.getValues()) });
  });
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => typed() }), [form]);

  return {
    form,
    same,
    seen,
    copies,
    tell,
    current: () => draft.current,
    isUnsaved,
    restore: (copy: DeviceCopy<F>): FieldOf<F> | undefined => {
      copies.take(copy);
      tell({ kind: 'restored', base: copy.base, fields: copy.fields, change: stored.lastChange ?? null });
      copies.flush();
      return changedFields(draft.current.theirs, draft.current.mine, same)[0];
    },
    /** Leaving asks no more: what was typed has been dealt with otherwise. */
    release: () => {
      isReleased.current = true;
      show();
      copies.flush();
    },
    /** The form stays, for the next one. */
    restart: (fields: F) => {
      draft.current = newDraft({ version: draft.current.version, fields });
      form.reset(fields);
      show();
      copies.flush();
    },
  };
}
