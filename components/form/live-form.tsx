import type { ComponentProps } from 'react';
import { useIsAlive } from './use-is-alive';

/** A form that takes nothing until its program runs: what is typed sooner would be overwritten by what is stored. */
export function LiveForm({ children, ...form }: ComponentProps<'form'>) {
  const isAlive = useIsAlive();
  return (
    <form {...form}>
      <fieldset disabled={!isAlive} className="contents">
        {children}
      </fieldset>
    </form>
  );
}
