'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { leaveFor } from '@/components/form/call-action';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { TextInput } from '@/components/ui/text-input';
import { problemOfReply, type Reply } from '@/lib/domain/answer';
import { succeed } from '@/lib/domain/result';
import { isLocked, type SignInProblem } from '@/lib/domain/sign-in/sign-in';
import { paths } from '@/lib/routes';
import { fieldErrorMessage } from '@/lib/text/errors';
import { signInProblemMessage, signInText } from '@/lib/text/sign-in/sign-in';
import { PasswordInput } from './password-input';

const BASE = paths.auth;

/** What came in place of an answer, in the words of the sign-in. */
function signInProblemOf(reply: Reply | null): SignInProblem {
  const problem = problemOfReply(reply);
  if (problem === 'unreachable') return problem;
  return problem === 'unavailable' || problem === 'busy' ? 'unavailable' : 'failed';
}

/**
 * What next-auth/react's signIn() does for credentials, without its 10 KB.
 * @returns null when signed in.
 */
export async function requestSignIn(loginId: string, password: string): Promise<SignInProblem | null> {
  let reply: Reply | null = null;
  const ask = async (path: string, body?: URLSearchParams) => {
    reply = null;
    const answer = await fetch(`${BASE}/${path}`, body && { method: 'POST', body });
    reply = { status: answer.status };
    return { isOk: answer.ok, said: await answer.json() };
  };
  try {
    const { csrfToken } = (await ask('csrf')).said;
    const body = new URLSearchParams({ csrfToken, loginId, password, callbackUrl: '/', json: 'true' });
    const { isOk, said } = await ask('callback/credentials', body);
    const { pathname, searchParams } = new URL(said.url, window.location.href);
    const error = searchParams.get('error');
    if (error === null) return isOk && pathname === '/' ? null : 'failed';
    if (isLocked(error) || error === 'expired' || error === 'unavailable') return error;
    return error === 'CredentialsSignin' ? 'refused' : 'failed';
  } catch {
    return signInProblemOf(reply);
  }
}

const LABELS = { loginId: signInText.loginId, password: signInText.password } as const;
type FieldName = keyof typeof LABELS;
const FIELDS = Object.keys(LABELS) as FieldName[];

type State = { problem: SignInProblem | null; missing: readonly FieldName[] };
const CLEAR: State = { problem: null, missing: [] };

/** Both fields keep what was typed; the ID is never looked at before it is sent. `next` is a path that has been checked. */
export function SignInForm({ next }: { next: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { isPending, run } = useAction();
  const [{ problem, missing }, setState] = useState<State>(CLEAR);

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
    setState({ problem: null, missing: empty });
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
          setState({ problem: refused, missing: [] });
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
        {problem && <NotificationBanner kind="error" title={signInProblemMessage(problem)} />}
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
