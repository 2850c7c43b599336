'use client';

import type { FormEvent } from 'react';
import { isAnythingUnsaved } from '@/components/form/use-leave-warning';
import { enterWardAction } from '@/lib/actions/session';
import type { Choice } from '@/lib/domain/choice';
import { accountText } from '@/lib/text/account';

type WardChoicesProps = { wards: readonly Choice[]; currentId: string; className?: string };

function ask(event: FormEvent) {
  if (isAnythingUnsaved() && !window.confirm(accountText.enterWardLoses)) event.preventDefault();
}

/** The other wards that the account is a member of, as items of the user menu. Draws nothing when there is one only. */
export function WardChoices({ wards, currentId, className }: WardChoicesProps) {
  const others = wards.filter(({ id }) => id !== currentId);
  if (others.length === 0) return null;
  return (
    <form action={enterWardAction} onSubmit={ask}>
      {others.map(({ id, name }) => (
        <button key={id} type="submit" name="wardId" value={id} className={className}>
          {accountText.enterWard(name)}
        </button>
      ))}
    </form>
  );
}
