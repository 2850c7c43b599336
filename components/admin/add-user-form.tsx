'use client';

import { useState } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useDraft } from '@/components/form/use-draft';
import { useFirstFocus } from '@/components/form/use-first-focus';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { TextInput } from '@/components/ui/text-input';
import { addUserAction } from '@/lib/actions/users';
import type { Choice } from '@/lib/domain/choice';
import { type AddUserText, addUserInput, type InitialPassword } from '@/lib/domain/user';
import { initialPasswordText, usersText } from '@/lib/text/users';
import { InitialPasswordPanel } from './initial-password-panel';
import { MembershipFields } from './membership-fields';
import { TakeInPanel } from './take-in-panel';

const PREFIX = 'user';
const BLANK: AddUserText = { loginId: '', name: '', departmentId: '', roles: [] };
const LABELS = {
  loginId: usersText.loginId,
  name: usersText.name,
  departmentId: usersText.department,
  roles: usersText.roles,
};

const Head = () => (
  <PageHeader
    title={usersText.addTitle}
    above={<Breadcrumbs crumbs={[{ label: usersText.title, href: '/admin/users' }]} />}
  />
);

function Added({ issued, name }: { issued: InitialPassword; name: string }) {
  return (
    <>
      <Head />
      <InitialPasswordPanel title={initialPasswordText.added(name)} issued={issued} />
      <p className="mt-6 flex flex-wrap items-center gap-6">
        <ButtonLink href="/admin/users/new">{initialPasswordText.addAnother}</ButtonLink>
        <a href={`/admin/users/${issued.membershipId}`} className="link">
          {initialPasswordText.toUser}
        </a>
      </p>
    </>
  );
}

/** A new account of this ward; its ID may turn out to be another ward's, which is then offered to be taken in. */
export function AddUserForm({ departments }: { departments: readonly Choice[] }) {
  const [issued, setIssued] = useState<InitialPassword | null>(null);
  const [elsewhere, setElsewhere] = useState<AddUserText | null>(null);
  useFirstFocus(`${PREFIX}-loginId`);
  const draft = useDraft({
    schema: addUserInput,
    stored: { version: 0, fields: BLANK },
    labels: LABELS,
    prefix: PREFIX,
    keep: 'user:new',
    send: (text: AddUserText) => {
      setElsewhere(null);
      return addUserAction(text);
    },
    onDone: setIssued,
    onFailure: ({ code }) => {
      if (code === 'already_exists') setElsewhere(form.getValues());
      return code === 'already_exists';
    },
  });
  const { form, element, summary, submission, release } = draft;
  const field = draftField(draft);
  if (issued) return <Added issued={issued} name={form.getValues('name')} />;
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <Head />
      <LiveForm {...element} className="flex max-w-[40rem] flex-col gap-6">
        <DraftCopies draft={draft} />
        <Field {...field('loginId')} required support={usersText.loginIdSupport}>
          {(control) => (
            <TextInput
              {...control}
              {...form.register('loginId')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field {...field('name')} required>
          {(control) => <TextInput {...control} {...form.register('name')} autoComplete="off" />}
        </Field>
        <MembershipFields
          departments={departments}
          department={{ ...field('departmentId'), control: registerText(form, 'departmentId') }}
          roles={{ ...field('roles'), control: form.register('roles'), initial: BLANK.roles }}
        />
        <DraftNotice draft={draft} />
        {elsewhere && <TakeInPanel user={elsewhere} onTaken={release} />}
        <p>
          <Button type="submit" variant={elsewhere ? 'secondary' : 'primary'}>
            {usersText.add}
          </Button>
        </p>
      </LiveForm>
    </>
  );
}
