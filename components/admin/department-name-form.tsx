'use client';

import { useEffect, useEffectEvent, useId } from 'react';
import type { Unsuccessful } from '@/components/form/attempt';
import { FormProblem } from '@/components/form/form-problem';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { departmentNameInput } from '@/lib/domain/department';
import type { Result } from '@/lib/domain/result';
import { departmentsText } from '@/lib/text/departments';
import { uiText } from '@/lib/text/ui';

type NameText = { name: string };

type DepartmentNameFormProps = {
  title: string;
  prefix: string;
  /** The name as it is now; empty for a new 課. */
  name: string;
  submit: { label: string; variant: 'primary' | 'secondary' };
  send: (text: NameText) => Promise<Result<unknown>>;
  /** Gets the name as it was typed. */
  onDone: (name: string) => void;
  onFailure?: (failure: Unsuccessful) => void;
  onCancel: () => void;
};

/** One field and its buttons in a line, so that a message below moves neither of them. It opens with the focus in the field. */
export function DepartmentNameForm(props: DepartmentNameFormProps) {
  const titleId = useId();
  const { title, prefix, name, submit, send, onDone, onFailure, onCancel } = props;
  const { form, element, trouble, summary, submission, field } = useActionForm({
    schema: departmentNameInput,
    defaultValues: { name },
    labels: { name: departmentsText.name },
    prefix,
    send,
    onDone: () => {
      const typed = form.getValues('name').trim();
      form.reset({ name: '' });
      onDone(typed);
    },
    onFailure: (failure) => {
      onFailure?.(failure);
      return false;
    },
  });
  const focusField = useEffectEvent((tries: number) => {
    if (tries === 0 || summary.length > 0) form.setFocus('name');
  });
  useEffect(() => focusField(submission), [submission]);

  return (
    <LiveForm {...element} aria-labelledby={titleId} className="mb-2 flex flex-col gap-3 py-2">
      <h2 id={titleId} className="text-std-18B-160">
        {title}
      </h2>
      <Field {...field('name')} required>
        {(control) => (
          <span className="flex flex-wrap gap-3">
            <TextInput
              {...control}
              {...registerText(form, 'name')}
              autoComplete="off"
              className="max-w-[24rem] min-w-48 flex-1"
            />
            <Button type="submit" variant={submit.variant}>
              {submit.label}
            </Button>
            <Button variant="text" onClick={onCancel}>
              {uiText.cancel}
            </Button>
          </span>
        )}
      </Field>
      <FormProblem trouble={trouble} />
    </LiveForm>
  );
}
