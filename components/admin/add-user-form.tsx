'use client';

import { useEffect, useRef, useState } from 'react';
import { leaveFor } from '@/components/form/call-action';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useAction } from '@/components/form/use-action';
import { useDraft } from '@/components/form/use-draft';
import { useFirstFocus } from '@/components/form/use-first-focus';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { TextInput } from '@/components/ui/text-input';
import { addMemberAction, addUserAction } from '@/lib/actions/people';
import type { Choice } from '@/lib/domain/choice';
import { type AddUserText, addUserInput, type InitialPassword } from '@/lib/domain/people/user';
import { paths, userPath } from '@/lib/routes';
import { initialPasswordText, takeInText, usersText } from '@/lib/text/people/users';
import { CommandNotice } from './command-notice';
import { MembershipFields } from './edit-user-form';
import { InitialPasswordPanel } from './user-actions';

type TakeInPanelProps = { user: AddUserText; onTaken: () => void };

/** The ID is an account of another ward: it can become a member of this one. Takes the focus. */
export function TakeInPanel({ user, onTaken }: TakeInPanelProps) {
  const { notice, run } = useAction();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const { loginId, departmentId, roles } = user;
  const takeIn = () =>
    run(async () => {
      const answer = await addMemberAction({ loginId, departmentId, roles });
      if (!answer?.ok) return answer;
      onTaken();
      return leaveFor(userPath(answer.value.membershipId));
    });

  return (
    <div ref={box} tabIndex={-1}>
      <CommandNotice notice={notice} />
      <NotificationBanner
        kind="warning"
        title={takeInText.title}
        actions={
          <Button variant="primary" onClick={takeIn}>
            {takeInText.submit}
          </Button>
        }
      >
        {takeInText.lead}
      </NotificationBanner>
    </div>
  );
}

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
    above={<Breadcrumbs crumbs={[{ label: usersText.title, href: paths.users }]} />}
  />
);

function Added({ issued, name }: { issued: InitialPassword; name: string }) {
  return (
    <>
      <Head />
      <InitialPasswordPanel title={initialPasswordText.added(name)} issued={issued} />
      <p className="mt-6 flex flex-wrap items-center gap-6">
        <ButtonLink href={paths.newUser}>{initialPasswordText.addAnother}</ButtonLink>
        <a href={userPath(issued.membershipId)} className="link">
          {initialPasswordText.toUser}
        </a>
      </p>
    </>
  );
}

/** A new account of this ward; its ID may turn out to be another ward's, which is then offered to be taken in. */
export function AddUserForm({ departments }: { departments: readonly Choice[] }) {
  const [added, setAdded] = useState<{ issued: InitialPassword; name: string } | null>(null);
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
    onDone: (issued, { name }) => setAdded(issued && { issued, name }),
    onFailure: ({ code }, sent) => {
      if (code === 'already_exists') setElsewhere(sent);
      return code === 'already_exists';
    },
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  if (added) return <Added {...added} />;
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <Head />
      <HydratedForm {...element} className="flex max-w-[40rem] flex-col gap-6">
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
        {elsewhere && <TakeInPanel user={elsewhere} onTaken={() => draft.restart()} />}
        <p>
          <Button type="submit" variant={elsewhere ? 'secondary' : 'primary'}>
            {usersText.add}
          </Button>
        </p>
      </HydratedForm>
    </>
  );
}
