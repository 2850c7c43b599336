'use client';

import { useEffect, useEffectEvent, useId } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import type { Notice } from '@/components/form/use-action';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editDepartmentAction, getDepartmentAction } from '@/lib/actions/people';
import type { Stored } from '@/lib/domain/draft/draft';
import { type DepartmentRow, departmentNameInput } from '@/lib/domain/people/department';
import { mapResult, type Result, succeed } from '@/lib/domain/result';
import { departmentDone, departmentsText } from '@/lib/text/people/departments';
import { adminText } from '@/lib/text/shell';
import { uiText } from '@/lib/text/ui';

export type NameText = { name: string };

type DepartmentNameFormProps = {
  title: string;
  prefix: string;
  /** The name as it is now; empty for a new 課. */
  stored: Stored<NameText>;
  submit: { label: string; variant: 'primary' | 'secondary' };
  /** Pressed, whatever comes of it. */
  onPress?: () => void;
  send: (text: NameText, version: number) => Promise<Result<unknown>>;
  latest?: () => Promise<Result<Stored<NameText>>>;
  /** Gets the name that is stored, and whether another one has been typed since. */
  onDone: (name: string, isTypedOn: boolean) => void;
  onCancel: () => void;
};

/** One field and its buttons in a line, so that a message below moves neither of them. It opens with the focus in the field. */
export function DepartmentNameForm(props: DepartmentNameFormProps) {
  const titleId = useId();
  const { title, submit, onPress, onDone, onCancel, ...given } = props;
  const draft = useDraft<NameText, unknown>({
    ...given,
    schema: departmentNameInput,
    labels: { name: departmentsText.name },
    keep: `department:${props.prefix}`,
    refreshes: true,
    onDone: (_output, { name }) => {
      const isTypedOn = draft.isUnsaved();
      if (!isTypedOn) draft.restart({ name: '' });
      onDone(name.trim(), isTypedOn);
    },
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  const focusField = useEffectEvent((tries: number) => {
    if (tries === 0 || summary.length > 0) form.setFocus('name');
  });
  useEffect(() => focusField(submission), [submission]);
  const cancel = () => {
    draft.restart();
    onCancel();
  };

  return (
    <HydratedForm
      {...element}
      onSubmit={(event) => {
        onPress?.();
        element.onSubmit(event);
      }}
      aria-labelledby={titleId}
      className="mb-2 flex flex-col gap-3 py-2"
    >
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
    </HydratedForm>
  );
}

type DepartmentRenameProps = {
  department: DepartmentRow;
  onClose: (result: Notice | null) => void;
};

/** After a conflict the list shows the newest name and the field what was typed; saving again then decides for it. */
export function DepartmentRename({ department, onClose }: DepartmentRenameProps) {
  const { id: departmentId, version, name: before } = department;
  const isUnchanged = (name: string) => name.trim() === before;
  return (
    <DepartmentNameForm
      title={departmentsText.renameTitle(before)}
      prefix={`rename-${departmentId}`}
      stored={{ version, fields: { name: before } }}
      submit={{ label: adminText.save, variant: 'secondary' }}
      send={async ({ name }, expected) =>
        isUnchanged(name) ? succeed(undefined) : editDepartmentAction({ departmentId, version: expected, name })
      }
      latest={async () =>
        mapResult(await getDepartmentAction(departmentId), ({ name, ...latest }) => ({ ...latest, fields: { name } }))
      }
      onDone={(name, isTypedOn) => {
        if (!isTypedOn) onClose(isUnchanged(name) ? null : { kind: 'success', text: departmentDone.renamed(name) });
      }}
      onCancel={() => onClose(null)}
    />
  );
}
