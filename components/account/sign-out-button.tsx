'use client';

import type { FormEvent } from 'react';
import { clearDeviceCopies, hasDeviceCopies } from '@/components/entry/device-copies';
import { isAnythingUnsaved } from '@/components/form/use-leave-warning';
import { signOutAction } from '@/lib/actions/session';
import { accountText } from '@/lib/text/account';

/** Text that isn't stored goes with the session, and is asked about first. Signs out without a script too. */
function forgetDevice(event: FormEvent) {
  const loses = hasDeviceCopies() || isAnythingUnsaved();
  if (loses && !window.confirm(accountText.signOutLoses)) event.preventDefault();
  else clearDeviceCopies();
}

/** In the user menu it takes the look of its items. */
export function SignOutButton({ className = 'link mt-8 cursor-pointer' }: { className?: string }) {
  return (
    <form action={signOutAction} onSubmit={forgetDevice}>
      <button type="submit" className={className}>
        {accountText.signOut}
      </button>
    </form>
  );
}
