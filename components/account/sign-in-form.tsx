'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { leaveFor } from '@/components/form/call-action';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { PasswordInput } from '@/components/ui/password-input';
import { TextInput } from '@/components/ui/text-input';
import { succeed } from '@/lib/domain/result';
import type { SignInRefusal } from '@/lib/domain/sign-in';
import { fieldErrorMessage } from '@/lib/text/errors';
import { refusalMessage, signInText } from '@/lib/text/sign-in';
import { requestSignIn } from './request-sign-in';

const LABELS = { loginId: signInText.loginId, password: signInText.password } as const;
type FieldName = keyof typeof LABELS;
const FIELDS = Object.keys(LABELS) as FieldName[];

type State = { refusal: SignInRefusal | null; missing: readonly FieldName[] };
const CLEAR: State = { refusal: null, missing: [] };

/** Both fields keep what was typed; the ID is never looked at before it is sent. `next` is a path that has been checked. */
export function SignInForm({ next }: { next: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { isPending, run } = useAction();
  const [{ refusal, missing }, setState] = useState<State>(CLEAR);

  const focus = (name: FieldName) => {
    const input = form.current?.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.select();
  };

  // What a tab keeps belongs to the session before.
  useEffect(() => sessionStorage.clear(), []);

  // A browser fills the ID before the page is alive: then the password is what is missing.
  useEffect(() => {
    const input = form.current?.elements.namedItem('loginId');
    if (input instanceof HTMLInputElement && input.value === '' && document.activeElement === document.body)
      input.focus();
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    const [loginId, password] = FIELDS.map((name) => String(data.get(name) ?? ''));
    const empty = FIELDS.filter((name) => !data.get(name));
    setState({ refusal: null, missing: empty });
    if (empty[0]) {
      focus(empty[0]);
      return;
    }
    void run(
      async () => {
        const refused = await requestSignIn(loginId ?? '', password ?? '');
        return refused ? succeed(refused) : leaveFor(next, 'replace');
      },
      {
        onDone: (refused) => {
          setState({ refusal: refused, missing: [] });
          focus('password');
        },
      },
    );
  };

  const errorOf = (name: FieldName) =>
    missing.includes(name) ? fieldErrorMessage(LABELS[name], 'required') : undefined;

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="mt-6 flex flex-col gap-6">
      <div role="alert" className="empty:absolute">
        {refusal && <NotificationBanner kind="error" title={refusalMessage(refusal)} />}
      </div>
      <Field id="loginId" label={LABELS.loginId} error={errorOf('loginId')}>
        {(control) => (
          <TextInput
            {...control}
            name="loginId"
            controlSize="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field id="password" label={LABELS.password} error={errorOf('password')}>
        {(control) => (
          <PasswordInput {...control} label={LABELS.password} name="password" autoComplete="current-password" />
        )}
      </Field>
      <p>
        <Button type="submit" variant="primary" size="large" className="w-full">
          {signInText.submit}
        </Button>
      </p>
    </form>
  );
}
