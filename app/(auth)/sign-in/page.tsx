import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/account/sign-in-form';
import { PlainShell } from '@/components/shell/plain-shell';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { askedPath } from '@/lib/domain/sign-in/asked-path';
import { getSession } from '@/lib/server/gate/session';
import { sessionCookieName } from '@/lib/server/gate/session-cookie';
import { signInText } from '@/lib/text/sign-in/sign-in';
import { uiText } from '@/lib/text/ui';

export const metadata: Metadata = { title: signInText.title };

/** A cookie without a session: it has ended since. Signing out takes the cookie away. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = askedPath((await searchParams).next);
  if (await getSession()) redirect(next);
  const hasEnded = (await cookies()).has(sessionCookieName());
  return (
    <PlainShell>
      <p className="text-dns-16B-130">{uiText.appName}</p>
      <h1 className="text-std-22B-150">{signInText.title}</h1>
      {hasEnded && <NotificationBanner kind="info" title={signInText.ended} className="mt-6" />}
      <SignInForm next={next} />
      <p className="mt-6 text-solid-gray-700">{signInText.forgotten}</p>
    </PlainShell>
  );
}
