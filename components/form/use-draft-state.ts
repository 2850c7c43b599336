import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type DefaultValues, type FieldErrors, type FieldPath, type Resolver, useForm } from 'react-hook-form';
import type * as z from 'zod/mini';
import {
  changeDraft,
  changedFields,
  type Draft,
  type DraftEvent,
  type Fields,
  newDraft,
  type Parser,
  type Rebase,
  type Same,
  type Stored,
  sameIn,
  unansweredOf,
} from '@/lib/domain/draft/draft';
import type { Schema } from '@/lib/domain/draft/sendable';
import { fieldErrors } from '@/lib/domain/field-errors';
import { useDeviceCopy } from './use-device-copy';
import { useLeaveWarning } from './use-leave-warning';

/** One that is loaded when somebody begins to write. Until it is there, everything passes: the server checks anyway. */
export type LateSchema = Schema & { shape: Record<string, Parser>; load: () => Promise<unknown> };

export type DraftStateOptions<F extends Fields> = {
  schema: (z.ZodMiniType<unknown, F> & { shape: Record<string, z.ZodMiniType> }) | LateSchema;
  /** Comes in anew whenever the page is brought up to date. */
  stored: Stored<F>;
  /** The name under which this device keeps what is typed. Left out: it doesn't, as with passwords. */
  keep?: string | (() => string);
  rebase?: Rebase | undefined;
};

/** The same first complaint of each field as the server's. What is typed stays as it is. */
const resolverOf =
  <F extends Fields>(schema: Schema, load: LateSchema['load'] | undefined): Resolver<F> =>
  async (values) => {
    await load?.();
    const { success, error } = schema.safeParse(values);
    if (success) return { values, errors: {} };
    const found = Object.entries(fieldErrors(error?.issues ?? []));
    const errors = Object.fromEntries(found.map(([name, message]) => [name, { type: 'input', message }]));
    return { values: {}, errors: errors as FieldErrors<F> };
  };

/**
 * The draft of a form: what the reducer knows, beside the fields, which are the browser's and the IME's. Every event goes through
 * `tell`; what it does to the text goes into the fields, and what isn't stored is kept on the device and asked about on leaving.
 */
export function useDraftState<F extends Fields>({ schema, stored, keep, rebase }: DraftStateOptions<F>) {
  const load = 'load' in schema ? schema.load : undefined;
  const form = useForm<F>({
    resolver: resolverOf(schema, load),
    defaultValues: stored.fields as DefaultValues<F>,
    shouldFocusError: false,
  });
  const same: Same = (...contents) => sameIn(schema.shape)(...contents);
  const draft = useRef(newDraft(stored));
  const current = (): Draft<F> => draft.current;
  const unsaved = (fields = current().mine) => changedFields(current().theirs, fields, same);
  const isUnsaved = (fields?: F) => unsaved(fields).length > 0;

  /** What is drawn of it: typing alone draws nothing. */
  const see = () => {
    const { conflict, taken, saving, mine } = current();
    return { conflict, taken, saving, isDirty: isUnsaved(), asked: conflict && mine };
  };
  const [seen, setSeen] = useState(see);
  const textNow = () => {
    const { version, base, mine } = current();
    return { version, base, fields: mine, unanswered: unansweredOf(current()) };
  };
  const copies = useDeviceCopy({ keep, form: { schema, fields: stored.fields }, load, textNow, isUnsaved });
  useLeaveWarning(
    seen.isDirty,
    () => isUnsaved(),
    () => copies.isKept,
  );

  const become = (next: Draft<F>) => {
    draft.current = next;
    const now = see();
    const keys = Object.keys(now) as (keyof typeof now)[];
    setSeen((before) => (keys.every((key) => now[key] === before[key]) ? before : now));
    copies.flushLater();
  };

  const tell = (event: DraftEvent<F>) => {
    become(changeDraft(current(), event, { same, rebase }));
    if (event.kind === 'typed') return;
    const { mine } = current();
    const changed = changedFields(form.getValues(), mine, same).map((name) => [name, mine[name]]);
    const shouldValidate = event.kind !== 'conflict';
    if (changed.length > 0) form.setValues(Object.fromEntries(changed) as Partial<F>, { shouldValidate });
  };

  const heard = useEffectEvent((version: number) => {
    if (version > current().version) tell({ kind: 'conflict', stored });
  });
  useEffect(() => heard(stored.version), [stored.version]);

  const isLooking = useRef(false);
  const typed = useEffectEvent((name: string | undefined) => {
    // What was compared without the schema may be the same with it.
    if (!isLooking.current) void load?.().then(() => become(current()));
    isLooking.current = true;
    tell({ kind: 'typed', fields: structuredClone(form.getValues()) });
    const path = name as FieldPath<F>;
    // An error goes as soon as it is fixed.
    if (name && form.getFieldState(path).error) void form.trigger(path);
  });
  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ name }) => typed(name) }), [form]);

  return {
    form,
    load,
    same,
    seen,
    copies,
    tell,
    current,
    unsaved,
    isUnsaved,
    /** What was typed has been dealt with; the form may stay, for the next one. */
    restart: (fields?: F) => {
      become(newDraft({ version: current().version, fields: fields ?? current().mine }));
      if (fields) form.reset(fields);
      copies.flush();
    },
  };
}
