import { type FormEvent, useRef, useState } from 'react';
import type { FieldPath } from 'react-hook-form';
import type { SummaryError } from '@/components/ui/error-summary';
import { type FieldOf, type Side, type Value, withoutWrong } from '@/lib/domain/draft/draft';
import { deliver, type Latest } from '@/lib/domain/draft/draft-delivery';
import { fieldErrorCode, fieldErrors } from '@/lib/domain/field-errors';
import type { Result, Unsuccessful } from '@/lib/domain/result';
import { fieldErrorMessage } from '@/lib/text/errors';
import { callAction } from './call-action';
import type { DeviceCopy } from './device-copy';
import { useAction } from './use-action';
import { type DraftStateOptions, type Text, useDraftState } from './use-draft-state';
import { useFieldChecks } from './use-field-checks';

/** What came of saving: nothing to be stored, stored, fields to be corrected first, or it says why not. */
export type SaveOutcome = 'unchanged' | 'saved' | 'wrong' | 'failed';

export type DraftOptions<F extends Text, Output> = DraftStateOptions<F> & {
  labels: Record<FieldOf<F>, string>;
  /** Fields' ids are this, a hyphen and the name: several forms may stand on one page. Left out: the name alone. */
  prefix?: string;
  /** Sends the text as typed; the server parses it with the same schema. */
  send: (text: F, version: number) => Promise<Result<Output>>;
  /** For what others may change, too. */
  latest?: () => Promise<Result<Latest<F>>>;
  /** null: it is stored, but its answer got lost. `sent` is what is stored, whatever has been typed since. */
  onDone?: (output: Output | null, sent: F) => void;
  /** A person has to choose, or nothing can be stored any more. isAsked: somebody has just pressed. */
  onConflict?: (isAsked: boolean) => void;
  /** Gets the first say about a failure; true: it was dealt with. */
  onFailure?: (failure: Unsuccessful, sent: F) => boolean;
  /** Somebody types or sends again: what was said about the last step is out of date. */
  onResume?: () => void;
  /** Written in for long: what is right is stored without the rest, presses wait for each other, and what passes is waited for. */
  isLong?: boolean;
};

/** The one form: what is typed, checked field by field when left, stored, merged with what others store, and kept on the device. */
export function useDraft<F extends Text, Output>(options: DraftOptions<F, Output>) {
  const { schema, labels, prefix, send, latest, onDone, onFailure, onConflict, onResume, isLong = false } = options;
  const state = useDraftState(options);
  const { form, same, seen, copies, tell, current, isUnsaved } = state;
  const onBlur = useFieldChecks(form);
  const { errors } = form.formState;
  const names = Object.keys(labels) as FieldOf<F>[];
  const lastSent = useRef(options.stored.fields);
  const [submission, setSubmission] = useState(0);
  const { run } = useAction();

  const sendNow = (fields: F, version: number) => {
    lastSent.current = fields;
    return callAction(() => send(fields, version));
  };
  const wrongNow = () => {
    const { error } = schema.safeParse(current().mine);
    const found = error ? fieldErrors(error.issues) : {};
    return names.filter((name) => found[name]);
  };
  const delivery = {
    current,
    tell,
    same,
    send: sendNow,
    latest: latest && (() => callAction(latest)),
    wrong: wrongNow,
    isLong,
  };

  const showWrong = () => setSubmission((count) => count + 1);

  const fail = (failure: Unsuccessful, isAsked: boolean): SaveOutcome => {
    const wrong = names.filter((name) => failure.fields?.[name]);
    for (const name of wrong) {
      form.setError(name as FieldPath<F>, { type: 'server', message: failure.fields?.[name] ?? 'invalid' });
    }
    if (wrong.length > 0) {
      tell({ kind: 'wrong' });
      showWrong();
    } else if (failure.code === 'conflict' && current().conflict) {
      tell({ kind: 'wrong' });
      copies.flush();
      onConflict?.(isAsked);
    } else if (onFailure?.(failure, lastSent.current)) tell({ kind: 'wrong' });
    else tell({ kind: 'failed', problem: failure.code, fields: lastSent.current });
    return wrong.length > 0 ? 'wrong' : 'failed';
  };

  const store = async (): Promise<SaveOutcome> => {
    await form.trigger();
    const wrong = wrongNow();
    if (wrong.length > 0) {
      const text = withoutWrong(current(), wrong);
      const isWorth = isLong && schema.safeParse(text).success && isUnsaved(text);
      if (!isWorth) {
        showWrong();
        return 'wrong';
      }
    }
    tell({ kind: 'sent' });
    let tries = 0;
    let outcome: SaveOutcome = 'failed';
    const pressed = {};
    await run(
      () => {
        tries += 1;
        return deliver(delivery, pressed);
      },
      {
        isLong,
        onDone: ({ output, fields, version, isPartial }) => {
          copies.forget();
          tell({ kind: 'saved', version, fields, at: new Date(), isPartial });
          if (!isPartial) setSubmission(0);
          else if (tries === 1) showWrong();
          outcome = isPartial ? 'wrong' : 'saved';
          onDone?.(output, fields);
        },
        onFailure: (failure) => {
          outcome = fail(failure, tries === 1);
          return true;
        },
      },
    );
    return outcome;
  };

  const resume = () => onResume?.();
  const messageOf = (name: FieldOf<F>): string | undefined => {
    const message = errors[name]?.message;
    return typeof message === 'string' ? fieldErrorMessage(labels[name], fieldErrorCode(message)) : undefined;
  };
  const idOf = (name: FieldOf<F>) => (prefix ? `${prefix}-${name}` : name);
  const summary: SummaryError[] = names.flatMap((name) => {
    const message = messageOf(name);
    return message ? [{ fieldId: idOf(name), message }] : [];
  });

  return {
    form,
    /** Spread on the form element. */
    element: {
      method: 'post',
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        resume();
        void store();
      },
      onBlur,
      onInput: resume,
    } as const,
    ...seen,
    labels,
    copies,
    /** It is stored as it stands here. */
    isDone: seen.saving.kind === 'saved' && !seen.isDirty,
    summary: submission > 0 ? summary : [],
    submission,
    store,
    saveIfChanged: async (): Promise<SaveOutcome> => {
      if (!isUnsaved()) return 'unchanged';
      resume();
      return store();
    },
    isUnsaved: () => isUnsaved(),
    choose: (field: FieldOf<F>, side: Side) => tell({ kind: 'chosen', field, side }),
    restore: (copy: DeviceCopy<F>) => {
      const changed = state.restore(copy);
      // The button that was pressed is gone.
      document.getElementById(idOf(changed ?? (names[0] as FieldOf<F>)))?.focus();
    },
    /** Of what is shown beside the fields. */
    current,
    /** The version that the next command expects. */
    version: () => current().version,
    /** A command other than saving has made a new version of the same content. */
    raise: (version: number) => tell({ kind: 'conflict', stored: { version, fields: current().theirs } }),
    release: state.release,
    restart: state.restart,
    idOf,
    messageOf,
    /** Of the two contents of a field that somebody else has changed, too, the one that isn't in it. */
    otherOf: (name: FieldOf<F>) => {
      const { conflict, mine, theirs } = current();
      if (!conflict?.fields.includes(name)) return null;
      const side: Side = conflict.choices[name] === 'theirs' ? 'mine' : 'theirs';
      const value = (side === 'mine' ? conflict.mine : theirs)[name] as Value;
      const inField = mine[name] as Value;
      return same(name, value, inField) ? null : { side, value, inField };
    },
  };
}
