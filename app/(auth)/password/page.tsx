import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PasswordForm } from '@/components/account/password-form';
import { SessionOnDevice } from '@/components/account/session-on-device';
import { SignOutButton } from '@/components/account/sign-out-button';
import { PlainShell } from '@/components/shell/plain-shell';
import { askedPath, pathBefore } from '@/lib/domain/sign-in/asked-path';
import { paths } from '@/lib/routes';
import { env } from '@/lib/server/database/env';
import { getSession } from '@/lib/server/gate/session';
import { passwordText } from '@/lib/text/sign-in/sign-in';

export const metadata: Metadata = { title: passwordText.title };

/** For everybody who is signed in, and all that an initial password opens. */
export default async function PasswordPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const session = await getSession();
  const next = askedPath((await searchParams).next);
  if (!session) redirect(pathBefore(paths.signIn, next));
  return (
    <PlainShell>
      <SessionOnDevice accountId={session.accountId} wardId={session.wardId} idleMinutes={env().SESSION_IDLE_MINUTES} />
      <PasswordForm loginId={session.loginId} isInitial={session.mustChangePassword} next={next} />
      <SignOutButton />
    </PlainShell>
  );
}
