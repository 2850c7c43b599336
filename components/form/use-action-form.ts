import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useRef, useState } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, useForm } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { SummaryError } from '@/components/ui/error-summary';
import { fieldErrorCode } from '@/lib/domain/field-errors';
import type { Result } from '@/lib/domain/result';
import { fieldErrorMessage } from '@/lib/text/errors';
import { attempt, type Unsuccessful } from './attempt';
import type { FormTrouble } from './form-problem';
import { useFieldChecks } from './use-field-checks';
import { useLeaveWarning } from './use-leave-warning';

/** What came of saving a form: nothing to be stored, stored, or it says why not. */
export type SaveOutcome = 'unchanged' | 'saved' | 'failed';

export type ActionFormOptions<Text extends FieldValues, Output> = {
  schema: z.ZodMiniType<unknown, Text>;
  defaultValues: DefaultValues<Text>;
  labels: Record<keyof Text & string, string>;
  /** Fields' ids are this, a hyphen and the name: several forms may stand on one page. */
  prefix: string;
  /** Sends the text as typed; the server parses it with the same schema. */
  send: (text: Text) => Promise<Result<Output>>;
  onDone: (output: Output) => void;
  /** Gets the first say about a failure; true: it was dealt with. */
  onFailure?: (failure: Unsuccessful) => boolean;
  /** Somebody types or sends again: what was said about the last step is out of date. */
  onResume?: () => void;
};

/** A form that is checked field by field when left, and once more by the server, with the same messages. */
export function useActionForm<Text extends FieldValues, Output>(options: ActionFormOptions<Text, Output>) {
  const { schema, defaultValues, labels, prefix, send, onDone, onFailure, onResume } = options;
  const [trouble, setTrouble] = useState<FormTrouble | null>(null);
  const [isDone, setIsDone] = useState(false);
  const form = useForm<Text>({
    resolver: zodResolver(schema, undefined, { raw: true }),
    defaultValues,
    mode: 'onSubmit',
    shouldFocusError: false,
  });
  const onBlur = useFieldChecks(form);
  const { errors, submitCount, isSubmitting, isDirty } = form.formState;
  const isReleased = useRef(false);
  useLeaveWarning(isDirty, () => !isReleased.current);
  const names = Object.keys(labels) as (keyof Text & string)[];

  const messageOf = (name: keyof Text & string): string | undefined => {
    const message = errors[name]?.message;
    return typeof message === 'string' ? fieldErrorMessage(labels[name], fieldErrorCode(message)) : undefined;
  };

  const fail = (failure: Unsuccessful) => {
    if (onFailure?.(failure)) return;
    const wrong = names.filter((name) => failure.fields?.[name]);
    for (const name of wrong) {
      form.setError(name as FieldPath<Text>, { type: 'server', message: failure.fields?.[name] ?? 'invalid' });
    }
    if (wrong.length === 0) setTrouble({ problem: failure.code });
  };

  const submit = async (event?: FormEvent): Promise<SaveOutcome> => {
    let outcome: SaveOutcome = 'failed';
    await form.handleSubmit(async (text) => {
      if (isSubmitting) return;
      setTrouble(null);
      const answer = await attempt(() => send(text));
      if (!answer.ok) return fail(answer);
      outcome = 'saved';
      form.reset(text, { keepSubmitCount: true, keepValues: true, keepFieldsRef: true });
      setIsDone(true);
      return onDone(answer.value);
    })(event);
    return outcome;
  };

  const resume = () => {
    setIsDone(false);
    onResume?.();
  };
  const onSubmit = (event: FormEvent) => {
    resume();
    return submit(event);
  };

  const saveIfChanged = async (): Promise<SaveOutcome> => {
    if (!isDirty) return 'unchanged';
    resume();
    return submit();
  };

  const summary: SummaryError[] = names.flatMap((name) => {
    const message = messageOf(name);
    return message ? [{ fieldId: `${prefix}-${name}`, message }] : [];
  });

  return {
    form,
    /** Spread on the form element. */
    element: { method: 'post', noValidate: true, onSubmit, onBlur, onInput: resume } as const,
    trouble,
    /** It was stored, and nobody has typed or sent since. */
    isDone,
    summary: submitCount > 0 ? summary : [],
    submission: submitCount,
    /** For Ctrl+S, and where several forms have one button. */
    saveIfChanged,
    /** Leaving asks no more: what was typed has been dealt with otherwise. */
    release: () => {
      isReleased.current = true;
    },
    /** Spread on Field. */
    field: (name: keyof Text & string) => ({ id: `${prefix}-${name}`, label: labels[name], error: messageOf(name) }),
  };
}
