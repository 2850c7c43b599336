'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormProblem } from '@/components/form/form-problem';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editUserAction } from '@/lib/actions/users';
import type { DepartmentOption } from '@/lib/domain/department';
import { type UserDetail, type UserFieldsText, userFieldsInput } from '@/lib/domain/user';
import { adminText } from '@/lib/text/admin';
import { usersText } from '@/lib/text/users';
import { CommandNotice } from './command-notice';
import { MembershipFields } from './membership-fields';

const LABELS = { name: usersText.name, departmentId: usersText.department, roles: usersText.roles };

type EditUserFormProps = { user: UserDetail; departments: readonly DepartmentOption[] };

/** Name, 課 and roles. Another ward's person keeps the name that the home ward gave. */
export function EditUserForm({ user, departments }: EditUserFormProps) {
  const router = useRouter();
  const [version, setVersion] = useState(user.version);
  const { form, element, trouble, isDone, summary, submission, field } = useActionForm({
    schema: userFieldsInput,
    defaultValues: { name: user.name, departmentId: user.departmentId ?? '', roles: user.roles },
    labels: LABELS,
    prefix: 'user',
    send: (text: UserFieldsText) =>
      editUserAction({ membershipId: user.membershipId, version: Math.max(version, user.version), ...text }),
    onDone: (saved) => {
      setVersion(saved.version);
      router.refresh();
    },
  });
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <h2 className="mt-8 mb-3 text-std-18B-160">{usersText.edit}</h2>
      <LiveForm {...element} className="flex max-w-[40rem] flex-col gap-6">
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
        <CommandNotice notice={isDone ? { kind: 'success', text: usersText.saved } : null} />
        <p>
          <Button type="submit" variant="primary">
            {adminText.save}
          </Button>
        </p>
      </LiveForm>
    </>
  );
}
