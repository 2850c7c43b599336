'use client';

import { type FormEvent, useTransition } from 'react';
import { leaveFor, whileSending } from '@/components/form/sending';
import { isAnythingUnsaved, leaveUnasked } from '@/components/form/use-leave-warning';
import { chooseWardAction, enterWardAction } from '@/lib/actions/session';
import type { Choice } from '@/lib/domain/choice';
import { accountText } from '@/lib/text/account';

type WardChoicesProps = { wards: readonly Choice[]; currentId: string; className?: string };

/**
 * The other wards that the account is a member of, as items of the user menu. Draws nothing when there is one only. What comes next
 * is loaded as a whole: nothing of the former ward is left in the page's memory, which 戻る would show.
 */
export function WardChoices({ wards, currentId, className }: WardChoicesProps) {
  const [isLeaving, startLeaving] = useTransition();
  const others = wards.filter(({ id }) => id !== currentId);
  if (others.length === 0) return null;

  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isLeaving) return;
    if (isAnythingUnsaved() && !window.confirm(accountText.enterWardLoses)) return;
    const chosen = (event.nativeEvent as SubmitEvent).submitter;
    startLeaving(() =>
      whileSending(async () => {
        await chooseWardAction({ wardId: chosen?.getAttribute('value') });
        leaveUnasked();
        return leaveFor('/');
      }),
    );
  };

  return (
    <form action={enterWardAction} onSubmit={enter}>
      {others.map(({ id, name }) => (
        <button key={id} type="submit" name="wardId" value={id} className={className}>
          {accountText.enterWard(name)}
        </button>
      ))}
    </form>
  );
}
