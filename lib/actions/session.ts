'use server';

import { action } from '@/lib/server/action';
import { chooseWard, signOut } from '@/lib/server/session-commands';

export const chooseWardAction = action(chooseWard);

export async function signOutAction(): Promise<void> {
  await signOut();
}
