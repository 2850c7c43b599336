'use client';

import { useUndecidableQuestion } from '@/components/entry/use-undecidable-question';
import { FormProblem } from '@/components/form/form-problem';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { useVersionedForm } from '@/components/form/use-versioned-form';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editUserAction } from '@/lib/actions/users';
import { ROLES } from '@/lib/domain/actor';
import type { Choice } from '@/lib/domain/choice';
import { type UserDetail, type UserFieldsText, userFieldsInput } from '@/lib/domain/user';
import { adminText } from '@/lib/text/admin';
import { roleText } from '@/lib/text/terms';
import { leavesUndecidableText } from '@/lib/text/undecidable';
import { usersText } from '@/lib/text/users';
import { CommandNotice } from './command-notice';
import { MembershipFields } from './membership-fields';

const LABELS = { name: usersText.name, departmentId: usersText.department, roles: usersText.roles };

type EditUserFormProps = { user: UserDetail; departments: readonly Choice[] };

function shown(departments: readonly Choice[], name: string, value: string | string[]): string {
  if (Array.isArray(value))
    return ROLES.filter((role) => value.includes(role))
      .map((role) => roleText[role])
      .join('、');
  if (name !== 'departmentId') return value;
  return departments.find(({ id }) => id === value)?.name ?? usersText.noDepartment;
}

/** Name, 課 and roles. Another ward's person keeps the name that the home ward gave. */
export function EditUserForm({ user, departments }: EditUserFormProps) {
  const question = useUndecidableQuestion(leavesUndecidableText.save);
  const { form, element, trouble, isDone, summary, submission, field, saveIfChanged } =
    useVersionedForm<UserFieldsText>({
      schema: userFieldsInput,
      stored: {
        version: user.version,
        lastChange: user.lastChange,
        text: { name: user.name, departmentId: user.departmentId ?? '', roles: user.roles },
      },
      labels: LABELS,
      prefix: 'user',
      send: (text, version) =>
        question.asking((knownUndecidable) =>
          editUserAction({ membershipId: user.membershipId, version, knownUndecidable, ...text }),
        ),
      show: (name, value) => shown(departments, name, value),
    });
  useSaveKeys(saveIfChanged);
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <h2 className="mt-8 mb-3 text-std-18B-160">{usersText.edit}</h2>
      {user.isSelf && <p className="mb-3 max-w-[40rem]">{usersText.ownRights}</p>}
      <LiveForm {...element} ref={question.formElement} className="flex max-w-[40rem] flex-col gap-6">
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
        <FormProblem trouble={trouble} />
        <CommandNotice notice={isDone ? { kind: 'success', text: usersText.saved } : null} className="" />
        <p>
          <Button type="submit" variant="primary">
            {adminText.save}
          </Button>
        </p>
      </LiveForm>
      {question.dialog}
    </>
  );
}
