'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/server/action';
import { chooseWard, endOwnSessions, signOut } from '@/lib/server/session-commands';

export const chooseWardAction = action(chooseWard);
export const endSessionsAction = action(endOwnSessions);

/** For plain forms, where the page's program doesn't run yet. The page that comes next belongs to the chosen ward. */
export async function enterWardAction(form: FormData): Promise<void> {
  await chooseWardAction({ wardId: form.get('wardId') });
  redirect('/');
}

export async function signOutAction(): Promise<void> {
  await signOut();
}

export async function leaveAction(): Promise<void> {
  await signOut();
  redirect('/sign-in');
}
