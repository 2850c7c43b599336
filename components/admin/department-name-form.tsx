'use client';

import { useEffect, useEffectEvent, useId } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { departmentNameInput } from '@/lib/domain/department';
import type { Stored } from '@/lib/domain/draft';
import type { Latest } from '@/lib/domain/draft-delivery';
import type { Result } from '@/lib/domain/result';
import { departmentsText } from '@/lib/text/departments';
import { uiText } from '@/lib/text/ui';

export type NameText = { name: string };

type DepartmentNameFormProps = {
  title: string;
  prefix: string;
  /** The name as it is now; empty for a new 課. */
  stored: Stored<NameText>;
  submit: { label: string; variant: 'primary' | 'secondary' };
  send: (text: NameText, version: number) => Promise<Result<unknown>>;
  latest?: () => Promise<Result<Latest<NameText>>>;
  /** Gets the name as it was typed. */
  onDone: (name: string) => void;
  onConflict?: () => void;
  onCancel: () => void;
};

/** One field and its buttons in a line, so that a message below moves neither of them. It opens with the focus in the field. */
export function DepartmentNameForm(props: DepartmentNameFormProps) {
  const titleId = useId();
  const { title, submit, onDone, onCancel, ...given } = props;
  const draft = useDraft<NameText, unknown>({
    ...given,
    schema: departmentNameInput,
    labels: { name: departmentsText.name },
    keep: `department:${props.prefix}`,
    onDone: () => {
      const typed = form.getValues('name').trim();
      draft.restart({ name: '' });
      onDone(typed);
    },
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  const focusField = useEffectEvent((tries: number) => {
    if (tries === 0 || summary.length > 0) form.setFocus('name');
  });
  useEffect(() => focusField(submission), [submission]);
  const cancel = () => {
    draft.release();
    onCancel();
  };

  return (
    <LiveForm {...element} aria-labelledby={titleId} className="mb-2 flex flex-col gap-3 py-2">
      <h2 id={titleId} className="text-std-18B-160">
        {title}
      </h2>
      <DraftCopies draft={draft} />
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
            <Button variant="text" onClick={cancel}>
              {uiText.cancel}
            </Button>
          </span>
        )}
      </Field>
      <DraftNotice draft={draft} />
    </LiveForm>
  );
}
