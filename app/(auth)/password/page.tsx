import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PasswordForm } from '@/components/account/password-form';
import { SignOutButton } from '@/components/account/sign-out-button';
import { PlainShell } from '@/components/shell/plain-shell';
import { getSession } from '@/lib/server/session';
import { passwordText } from '@/lib/text/password';

export const metadata: Metadata = { title: passwordText.title };

/** For everybody who is signed in, and all that an initial password opens. */
export default async function PasswordPage() {
  const session = await getSession();
  if (!session) redirect('/sign-in');
  return (
    <PlainShell>
      <PasswordForm loginId={session.loginId} isInitial={session.mustChangePassword} />
      {session.mustChangePassword && <SignOutButton />}
    </PlainShell>
  );
}
