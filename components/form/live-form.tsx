import type { ComponentProps } from 'react';
import { useIsAlive } from './use-is-alive';

/**
 * A form that takes nothing until its program runs: what is typed sooner would be overwritten by what is stored. For the same
 * reason browsers don't put back what stood in it before a reload.
 */
export function LiveForm({ children, ...form }: ComponentProps<'form'>) {
  const isAlive = useIsAlive();
  return (
    <form autoComplete="off" {...form}>
      <fieldset disabled={!isAlive} className="contents">
        {children}
      </fieldset>
    </form>
  );
}
