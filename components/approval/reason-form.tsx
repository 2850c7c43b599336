'use client';

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { complaintIn, type FieldErrorCode } from '@/lib/domain/field-errors';
import { reasonInput } from '@/lib/domain/inputs';
import { unsentReasonText } from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { fieldErrorMessage } from '@/lib/text/errors';
import { ToMendChoice } from './to-mend-choice';

/** Its buttons stand in the bar below it. */
export const REASON_FORM = 'reason-form';

type ReasonFormProps = {
  action: WorkflowAction;
  /** What was typed when the form was last open. */
  initial: string;
  /** What the server said about the reason. */
  error: FieldErrorCode | undefined;
  onTyped: (reason: string) => void;
  /** Of a return, as it is kept. */
  toMend: string | undefined;
  onToMend: (kept: string) => void;
  onSend: (reason: string) => void;
  onCancel: () => void;
};

/** Opens above the bar: the entry stays readable while the reason is written. */
export function ReasonForm({ action, initial, error, onTyped, toMend, onToMend, onSend, onCancel }: ReasonFormProps) {
  const text = entryStepText[action].reason;
  const area = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<FieldErrorCode>();
  useEffect(() => area.current?.focus(), []);
  useEffect(() => {
    if (error) area.current?.focus();
  }, [error]);
  if (!text) return null;

  const send = (event: FormEvent) => {
    event.preventDefault();
    const checked = reasonInput.safeParse(area.current?.value ?? '');
    setWrong(complaintIn(checked.error));
    return checked.success ? onSend(checked.data) : area.current?.focus();
  };
  const code = wrong ?? error;
  const type = (event: FormEvent<HTMLTextAreaElement>) => {
    setWrong(undefined);
    onTyped(event.currentTarget.value);
  };
  const leave = ({ key, nativeEvent, keyCode }: KeyboardEvent) => {
    if (key === 'Escape' && !nativeEvent.isComposing && keyCode !== 229) onCancel();
  };

  return (
    <form id={REASON_FORM} noValidate onSubmit={send} onKeyDown={leave} className="reason-form">
      <Field
        id="reason"
        label={text.label}
        required
        support={text.support}
        error={code && fieldErrorMessage(text.label, code)}
      >
        {(described) => <Textarea {...described} ref={area} rows={2} defaultValue={initial} onInput={type} />}
      </Field>
      {action === 'return' && <ToMendChoice kept={toMend} onChange={onToMend} />}
    </form>
  );
}

type UnsentReasonDialogProps = {
  /** What was pressed; null while nothing is asked. */
  action: WorkflowAction | null;
  /** Whose reasons would stay unsent. */
  unsent: readonly WorkflowAction[];
  onCancel: () => void;
  onConfirm: () => void;
};

/** Asks before something else is decided than what a reason is being written for. */
export function UnsentReasonDialog({ action, unsent, onCancel, onConfirm }: UnsentReasonDialogProps) {
  const labels = unsent.map((of) => entryStepText[of].reason?.label ?? entryStepText[of].button);
  const name = action ? (entryStepText[action].reason?.final ?? entryStepText[action].button) : '';
  return (
    <Dialog
      title={action ? unsentReasonText.question(labels) : ''}
      isShown={action !== null}
      final={name}
      onClose={onCancel}
      onConfirm={onConfirm}
    >
      {action && unsentReasonText.consequence(name)}
    </Dialog>
  );
}
