'use client';

import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useUndecidableQuestion } from '@/components/approval/undecidable';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { Button } from '@/components/ui/button';
import { Checkbox, ChoiceGroup } from '@/components/ui/choice-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { StatusRegion } from '@/components/ui/status-region';
import { Select, TextInput } from '@/components/ui/text-input';
import { editUserAction, getUserAction } from '@/lib/actions/people';
import { ROLES, type Role } from '@/lib/domain/actor';
import type { Choice } from '@/lib/domain/choice';
import type { Stored, Value } from '@/lib/domain/draft/draft';
import { type UserDetail, type UserFieldsText, userFieldsInput } from '@/lib/domain/people/user';
import { mapResult } from '@/lib/domain/result';
import { editorText } from '@/lib/text/entry/entry-editor';
import { leavesUndecidableText } from '@/lib/text/entry/undecidable';
import { usersText } from '@/lib/text/people/users';
import { adminText } from '@/lib/text/shell';
import { roleText } from '@/lib/text/terms';
import { CommandNotice } from './command-notice';

type Described = { id: string; label: string; error: string | undefined; footer?: ReactNode };
type MembershipFieldsProps = {
  departments: readonly Choice[];
  department: Described & { control: UseFormRegisterReturn };
  roles: Described & { control: UseFormRegisterReturn; initial: readonly Role[] };
};

/** 課 and roles: what a person is in this ward. */
export function MembershipFields({ departments, department, roles }: MembershipFieldsProps) {
  const { control: departmentControl, ...departmentField } = department;
  return (
    <>
      <Field {...departmentField} required={false} support={usersText.departmentSupport}>
        {(described) => (
          <Select
            {...described}
            {...departmentControl}
            emptyLabel={usersText.noDepartment}
            options={departments}
            className="self-start"
          />
        )}
      </Field>
      <ChoiceGroup id={roles.id} legend={roles.label} error={roles.error} footer={roles.footer} required>
        {ROLES.map((role, index) => (
          <Checkbox
            key={role}
            {...roles.control}
            defaultChecked={roles.initial.includes(role)}
            id={index === 0 ? roles.id : `${roles.id}-${role}`}
            value={role}
            label={roleText[role]}
            aria-invalid={roles.error ? true : undefined}
          />
        ))}
      </ChoiceGroup>
    </>
  );
}

const LABELS = { name: usersText.name, departmentId: usersText.department, roles: usersText.roles };

type EditUserFormProps = { user: UserDetail; departments: readonly Choice[] };

function shown(departments: readonly Choice[], name: string, value: Value): string {
  if (Array.isArray(value))
    return ROLES.filter((role) => value.includes(role))
      .map((role) => roleText[role])
      .join('、');
  if (name !== 'departmentId') return String(value);
  return departments.find(({ id }) => id === value)?.name ?? usersText.noDepartment;
}

const storedOf = ({ version, lastChange, name, departmentId, roles }: UserDetail): Stored<UserFieldsText> => ({
  version,
  lastChange,
  fields: { name, departmentId: departmentId ?? '', roles },
});

/** Name, 課 and roles. Another ward's person keeps the name that the home ward gave. */
export function EditUserForm({ user, departments }: EditUserFormProps) {
  const question = useUndecidableQuestion(leavesUndecidableText.save);
  const { membershipId } = user;
  const draft = useDraft<UserFieldsText, unknown>({
    schema: userFieldsInput,
    stored: storedOf(user),
    labels: LABELS,
    prefix: 'user',
    keep: `user:${membershipId}`,
    send: (text, version) =>
      question.asking((knownUndecidable) => editUserAction({ membershipId, version, knownUndecidable, ...text })),
    latest: async () => mapResult(await getUserAction(membershipId), storedOf),
    refreshes: true,
  });
  const { form, element, isDone, isDirty } = draft;
  const field = draftField(draft, (name, value) => shown(departments, name, value));
  useSaveKeys(draft.saveIfChanged);
  return (
    <>
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <h2 className="mt-8 mb-3 text-std-18B-160">{usersText.edit}</h2>
      {user.isSelf && <p className="mb-3 max-w-[40rem]">{usersText.ownRights}</p>}
      <HydratedForm {...element} ref={question.formElement} className="flex max-w-[40rem] flex-col gap-6">
        <DraftCopies draft={draft} />
        {user.isHomeWard && (
          <Field {...field('name')} required>
            {(control) => <TextInput {...control} {...registerText(form, 'name')} autoComplete="off" />}
          </Field>
        )}
        <MembershipFields
          departments={departments}
          department={{ ...field('departmentId'), control: registerText(form, 'departmentId') }}
          roles={{ ...field('roles'), control: form.register('roles'), initial: user.roles }}
        />
        <DraftNotice draft={draft} />
        <CommandNotice notice={isDone ? { kind: 'success', text: usersText.saved } : null} className="" />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary">
            {adminText.save}
          </Button>
          <StatusRegion className="text-dns-14N-130">{isDirty ? editorText.unsaved : ''}</StatusRegion>
        </div>
      </HydratedForm>
      {question.dialog}
    </>
  );
}
