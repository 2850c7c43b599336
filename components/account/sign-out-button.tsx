'use client';

import type { FormEvent } from 'react';
import { leaveFor } from '@/components/form/call-action';
import { clearDeviceCopies, hasDeviceCopies } from '@/components/form/device-copies';
import { useAction } from '@/components/form/use-action';
import { isAnythingUnsaved, leaveUnasked } from '@/components/form/use-leave-warning';
import { chooseWardAction, enterWardAction, leaveAction, signOutAction } from '@/lib/actions/sign-in';
import type { Choice } from '@/lib/domain/choice';
import { paths } from '@/lib/routes';
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
      return leaveFor(paths.signIn);
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

type WardChoicesProps = { wards: readonly Choice[]; currentId: string; className?: string };

/**
 * The other wards that the account is a member of, as items of the user menu. Draws nothing when there is one only. What comes next
 * is loaded as a whole: nothing of the former ward is left in the page's memory, which 戻る would show.
 */
export function WardChoices({ wards, currentId, className }: WardChoicesProps) {
  const { isPending, notice, run } = useAction();
  const others = wards.filter(({ id }) => id !== currentId);
  if (others.length === 0) return null;

  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    if (isAnythingUnsaved() && !window.confirm(accountText.enterWardLoses)) return;
    const chosen = (event.nativeEvent as SubmitEvent).submitter;
    void run(async () => {
      const answer = await chooseWardAction({ wardId: chosen?.getAttribute('value') });
      if (!answer?.ok) return answer;
      leaveUnasked();
      return leaveFor('/');
    });
  };

  return (
    <form action={enterWardAction} onSubmit={enter}>
      <MenuProblem notice={notice} about={accountText.enterWardUnclear} />
      {others.map(({ id, name }) => (
        <button key={id} type="submit" name="wardId" value={id} className={className}>
          {accountText.enterWard(name)}
        </button>
      ))}
    </form>
  );
}
