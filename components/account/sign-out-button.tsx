'use client';

import { type FormEvent, useTransition } from 'react';
import { clearDeviceCopies, hasDeviceCopies } from '@/components/entry/device-copies';
import { leaveFor, whileSending } from '@/components/form/sending';
import { isAnythingUnsaved, leaveUnasked } from '@/components/form/use-leave-warning';
import { leaveAction, signOutAction } from '@/lib/actions/session';
import { accountText } from '@/lib/text/account';

/**
 * Text that isn't stored goes with the session, and is asked about first. What comes next is loaded as a whole: nothing of the
 * session is left in the page's memory, which 戻る would show. Signs out without a script too.
 */
export function SignOutButton({ className = 'link mt-8 cursor-pointer' }: { className?: string }) {
  const [isLeaving, startLeaving] = useTransition();

  const leave = (event: FormEvent) => {
    event.preventDefault();
    if (isLeaving) return;
    const loses = hasDeviceCopies() || isAnythingUnsaved();
    if (loses && !window.confirm(accountText.signOutLoses)) return;
    clearDeviceCopies();
    startLeaving(() =>
      whileSending(async () => {
        await signOutAction();
        leaveUnasked();
        return leaveFor('/sign-in');
      }),
    );
  };

  return (
    <form action={leaveAction} onSubmit={leave}>
      <button type="submit" className={className}>
        {accountText.signOut}
      </button>
    </form>
  );
}
