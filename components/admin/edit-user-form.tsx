'use client';

import { useRouter } from 'next/navigation';
import { useUndecidableQuestion } from '@/components/entry/use-undecidable-question';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useDraft } from '@/components/form/use-draft';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { StatusRegion } from '@/components/ui/status-region';
import { TextInput } from '@/components/ui/text-input';
import { editUserAction, getUserAction } from '@/lib/actions/users';
import { ROLES } from '@/lib/domain/actor';
import type { Choice } from '@/lib/domain/choice';
import type { Stored, Value } from '@/lib/domain/draft';
import { succeed } from '@/lib/domain/result';
import { type UserDetail, type UserFieldsText, userFieldsInput } from '@/lib/domain/user';
import { adminText } from '@/lib/text/admin';
import { editorText } from '@/lib/text/entry-editor';
import { roleText } from '@/lib/text/terms';
import { leavesUndecidableText } from '@/lib/text/undecidable';
import { usersText } from '@/lib/text/users';
import { CommandNotice } from './command-notice';
import { MembershipFields } from './membership-fields';

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
  const { refresh } = useRouter();
  const { membershipId } = user;
  const draft = useDraft<UserFieldsText, unknown>({
    schema: userFieldsInput,
    stored: storedOf(user),
    labels: LABELS,
    prefix: 'user',
    keep: `user:${membershipId}`,
    send: (text, version) =>
      question.asking((knownUndecidable) => editUserAction({ membershipId, version, knownUndecidable, ...text })),
    latest: async () => {
      const found = await getUserAction(membershipId);
      return found?.ok ? succeed(storedOf(found.value)) : found;
    },
    onDone: refresh,
    onConflict: refresh,
  });
  const { form, element, isDone, isDirty } = draft;
  const field = draftField(draft, (name, value) => shown(departments, name, value));
  useSaveKeys(draft.saveIfChanged);
  return (
    <>
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <h2 className="mt-8 mb-3 text-std-18B-160">{usersText.edit}</h2>
      {user.isSelf && <p className="mb-3 max-w-[40rem]">{usersText.ownRights}</p>}
      <LiveForm {...element} ref={question.formElement} className="flex max-w-[40rem] flex-col gap-6">
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
      </LiveForm>
      {question.dialog}
    </>
  );
}
