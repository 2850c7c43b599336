import { type FocusEvent, type FormEvent, useRef, useState } from 'react';
import type { FieldPath } from 'react-hook-form';
import type { SummaryError } from '@/components/ui/error-summary';
import { type FieldOf, type Fields, otherContent, type Stored } from '@/lib/domain/draft/draft';
import { deliver } from '@/lib/domain/draft/draft-delivery';
import { type Refused, refusedOf, sendable } from '@/lib/domain/draft/sendable';
import { fieldErrorCode } from '@/lib/domain/field-errors';
import { fail, type Result, type Unsuccessful } from '@/lib/domain/result';
import { fieldErrorMessage } from '@/lib/text/errors';
import { afterRelease } from './after-release';
import { callAction } from './call-action';
import type { DeviceCopy } from './device-copy';
import { useAction } from './use-action';
import { type DraftStateOptions, useDraftState } from './use-draft-state';

/** The field that has the cursor or is open to choose from, where somebody can see it. */
function writtenIn(fields: Fields): string | null {
  const name = document.activeElement?.getAttribute('name');
  return document.visibilityState === 'visible' && name && name in fields ? name : null;
}

/** What came of saving: nothing to be stored, stored, fields to be corrected first, or it says why not. */
export type SaveOutcome = 'unchanged' | 'saved' | 'wrong' | 'failed';

type DraftOptions<F extends Fields, Output> = DraftStateOptions<F> & {
  labels: Record<FieldOf<F>, string>;
  /** Fields' ids are this, a hyphen and the name: several forms may stand on one page. Left out: the name alone. */
  prefix?: string;
  /** Sends the text as typed; the server parses it with the same schema. */
  send: (text: F, version: number) => Promise<Result<Output>>;
  /** What is stored now, for what others may change, too. */
  latest?: () => Promise<Result<Stored<F>>>;
  /** null: it is stored, but its answer got lost. `sent` is what is stored, whatever has been typed since. */
  onDone?: (output: Output | null, sent: F) => void;
  /** Gets the first say about a failure; true: it was dealt with. */
  onFailure?: (failure: Unsuccessful, sent: F) => boolean;
  /** Somebody types or sends again: what was said about the last step is out of date. */
  onResume?: () => void;
  /** The page is brought up to date once it is stored, or somebody else was faster. */
  refreshes?: boolean;
  /** Written in for long: what is right is stored without the rest, presses wait for each other, and what passes is waited for. */
  isLong?: boolean;
  /** Fields that are right or wrong together. */
  together?: readonly FieldOf<F>[];
};

/** The one form: what is typed, checked field by field when left, stored, merged with what others store, and kept on the device. */
export function useDraft<F extends Fields, Output>(options: DraftOptions<F, Output>) {
  const { schema, labels, prefix, send, latest, onDone, onFailure, onResume, isLong = false } = options;
  const { form, load, same, seen, copies, tell, current, unsaved, isUnsaved, restart } = useDraftState(options);
  const { errors } = form.formState;
  const names = Object.keys(labels) as FieldOf<F>[];
  const [submission, setSubmission] = useState(0);
  const { run } = useAction({ refreshes: options.refreshes, isLong });

  const idOf = (name: FieldOf<F>) => (prefix ? `${prefix}-${name}` : name);
  const messageOf = (name: FieldOf<F>): string | undefined => {
    const message = errors[name]?.message;
    return typeof message === 'string' ? fieldErrorMessage(labels[name], fieldErrorCode(message)) : undefined;
  };
  const summary: SummaryError[] = names.flatMap((name) => {
    const message = messageOf(name);
    return message ? [{ fieldId: idOf(name), message }] : [];
  });

  /** Where the button that was pressed is gone. */
  const focusField = (field = names[0]) => field && document.getElementById(idOf(field))?.focus();

  const refused = useRef<Refused>({});
  /** A press asks the server anew about what it refused; by itself, the rest is stored without that. */
  const sendableNow = (isQuiet = true) =>
    sendable(current(), schema, same, options.together, isQuiet ? refused.current : {});

  /** What is pressed is taken when its turn comes, which may be long after the press. @returns why it isn't sent. */
  const take = (isQuiet: boolean) => {
    const { errors: found, wrong, isRestWorth } = sendableNow(isQuiet);
    if (wrong.length > 0 && !(isLong && isRestWorth)) return fail('invalid_input', found);
    tell({ kind: 'sent', wrong });
    // A page that ends before the answer comes is told by it that nobody else did it.
    copies.flush();
    return null;
  };

  const tellFailure = (failure: Unsuccessful, isQuiet: boolean): SaveOutcome => {
    const wrong = names.filter((name) => failure.fields?.[name]);
    for (const name of wrong) {
      form.setError(name as FieldPath<F>, { type: 'server', message: failure.fields?.[name] ?? 'invalid' });
    }
    const isAsked = failure.code === 'conflict' && current().conflict !== null;
    // By itself it comes again when the field is left.
    const isHeld = isQuiet && failure.code === 'conflict';
    const isSaid = wrong.length > 0 || isAsked || isHeld || onFailure?.(failure, current().sent.fields);
    tell(isSaid ? { kind: 'wrong' } : { kind: 'failed', problem: failure.code });
    return wrong.length > 0 ? 'wrong' : 'failed';
  };

  const storing = useRef(0);
  const save = async (isQuiet: boolean): Promise<SaveOutcome> => {
    storing.current += 1;
    if (!isQuiet) await form.trigger();
    let outcome = 'failed' as SaveOutcome;
    const call = {
      send: async (fields: F, version: number) => {
        const answer = await callAction(() => send(fields, version), isQuiet);
        const errors = answer.ok ? undefined : answer.fields;
        if (errors) refused.current = { ...refused.current, ...refusedOf(fields, errors) };
        return answer;
      },
      latest: latest && (() => callAction(latest, isQuiet)),
      writtenIn: isQuiet ? () => writtenIn(form.getValues()) : undefined,
    };
    await run(async (tries) => (tries === 1 && take(isQuiet)) || deliver({ current, tell, same, isLong, ...call }), {
      onDone: ({ output, version }) => {
        const { fields, isPartial } = current().sent;
        if (!isPartial) refused.current = {};
        copies.forget();
        tell({ kind: 'saved', version, at: new Date() });
        if (!isPartial) setSubmission(0);
        outcome = isPartial ? 'wrong' : 'saved';
        onDone?.(output, fields);
        // What has been typed since.
        copies.flush();
      },
      onFailure: (failure) => {
        outcome = tellFailure(failure, isQuiet);
        return true;
      },
      isQuiet,
    });
    storing.current -= 1;
    return outcome;
  };

  const store = async (): Promise<SaveOutcome> => {
    const outcome = await save(false);
    if (outcome === 'wrong') setSubmission((count) => count + 1);
    return outcome;
  };

  /**
   * Stores what can be stored, by itself: nothing moves, and what is wrong is said where it is, when it is left. `isLast`: the page
   * may be gone before anything else comes.
   */
  const storeQuietly = async (isLast: boolean): Promise<SaveOutcome> => {
    if (!isLast) await load?.();
    return storing.current > 0 || !sendableNow().isRestWorth ? 'unchanged' : save(true);
  };
  const resume = () => onResume?.();

  /** A field is checked when it is left; no message moves the page under a button that is being pressed. */
  const checkLeft = ({ target, relatedTarget }: FocusEvent) => {
    const name = target.getAttribute('name') ?? '';
    const isLeft = name in form.getValues() && relatedTarget?.getAttribute('name') !== name;
    if (isLeft) afterRelease(() => form.trigger(name as FieldPath<F>));
  };

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
      onBlur: checkLeft,
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
    storeQuietly,
    sendableNow,
    saveIfChanged: async (): Promise<SaveOutcome> => {
      if (!isUnsaved()) return 'unchanged';
      resume();
      return store();
    },
    isUnsaved,
    /** The labels of what isn't stored. Draws nothing by itself: for forms that watch what is typed. */
    changedLabels: () => unsaved().map((name) => labels[name]),
    /** What is stored comes back. */
    undo: () => restart(current().theirs),
    tell,
    restore: (copy: DeviceCopy<F>) => {
      copies.take(copy);
      const change = options.stored.lastChange ?? null;
      tell({ kind: 'restored', ...copy, change });
      copies.flush();
      focusField(unsaved()[0]);
    },
    discard: (copy: DeviceCopy<F>) => {
      copies.drop(copy);
      focusField();
    },
    restart,
    idOf,
    messageOf,
    otherOf: (name: FieldOf<F>) => otherContent(current(), name, same),
    /** Of what is shown beside the fields; its version is what the next command expects. */
    current,
  };
}
