'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/server/action';
import { chooseWard, signOut } from '@/lib/server/session-commands';

const chooseWardAction = action(chooseWard);

/** For a plain form: the page that comes next belongs to the chosen ward. */
export async function enterWardAction(form: FormData): Promise<void> {
  await chooseWardAction({ wardId: form.get('wardId') });
  redirect('/');
}

export async function signOutAction(): Promise<void> {
  await signOut();
}
