'use client';

import type { FormEvent } from 'react';
import { leaveFor } from '@/components/form/call-action';
import { clearDeviceCopies, hasDeviceCopies } from '@/components/form/device-copies';
import { useAction } from '@/components/form/use-action';
import { isAnythingUnsaved, leaveUnasked } from '@/components/form/use-leave-warning';
import { leaveAction, signOutAction } from '@/lib/actions/session';
import { accountText } from '@/lib/text/account';
import { MenuProblem } from './menu-problem';

/**
 * Text that isn't stored goes with the session, and is asked about first. What comes next is loaded as a whole: nothing of the
 * session is left in the page's memory, which 戻る would show. Signs out without a script too.
 */
export function SignOutButton({ className = 'link mt-8 cursor-pointer' }: { className?: string }) {
  const { isPending, notice, run } = useAction();

  const leave = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const loses = hasDeviceCopies() || isAnythingUnsaved();
    if (loses && !window.confirm(accountText.signOutLoses)) return;
    void run(async () => {
      const answer = await signOutAction();
      if (!answer?.ok) return answer;
      clearDeviceCopies();
      leaveUnasked();
      return leaveFor('/sign-in');
    });
  };

  return (
    <form action={leaveAction} onSubmit={leave}>
      <MenuProblem notice={notice} about={accountText.signOutUnclear} />
      <button type="submit" className={className}>
        {accountText.signOut}
      </button>
    </form>
  );
}
