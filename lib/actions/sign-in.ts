'use server';

import { redirect } from 'next/navigation';
import { type Result, succeed } from '@/lib/domain/result';
import { paths } from '@/lib/routes';
import { action } from '@/lib/server/gate/action';
import { changeOwnPassword } from '@/lib/server/sign-in/account';
import { chooseWard, endOwnSessions, signOut } from '@/lib/server/sign-in/own-sessions';

export const changePasswordAction = action(changeOwnPassword);

export const chooseWardAction = action(chooseWard);
export const endSessionsAction = action(endOwnSessions);

/** For plain forms, where the page's program doesn't run yet. The page that comes next belongs to the chosen ward. */
export async function enterWardAction(form: FormData): Promise<void> {
  await chooseWardAction({ wardId: form.get('wardId') });
  redirect('/');
}

/** It has an answer, so that a page knows that it came. */
export async function signOutAction(): Promise<Result> {
  await signOut();
  return succeed(undefined);
}

export async function leaveAction(): Promise<void> {
  await signOut();
  redirect(paths.signIn);
}
