import { isPassing } from '@/lib/domain/result';
import type { Draft } from './draft';

/** What may be a reason to save: the typing paused, a field was left, the page was hidden, somebody came back to it. */
export type Occasion = 'typed' | 'composed' | 'paused' | 'left' | 'hidden' | 'back' | 'answered';

type Moment<F> = Pick<Draft<F>, 'saving' | 'conflict'> & { isComposing: boolean };

/**
 * What an occasion leads to; `wait` is for the typing to pause. One save after the other, none of half a word of the IME, and
 * none while a person has to choose. What passes by itself is sent again by `useAction`; what doesn't waits for somebody to
 * come back, who may have signed in meanwhile.
 */
export function autosaveStep<F>(occasion: Occasion, moment: Moment<F>): 'wait' | 'save' | 'nothing' {
  const { saving, conflict, isComposing } = moment;
  if (occasion === 'typed' || occasion === 'composed') return 'wait';
  if (occasion === 'answered') return saving.kind === 'saved' ? 'wait' : 'nothing';
  const isHeld = saving.kind === 'failed' && (occasion !== 'back' || isPassing(saving.problem));
  return isComposing || conflict || isHeld || saving.kind === 'saving' ? 'nothing' : 'save';
}

const PAUSE_MS = 2000;
const LONGEST_MS = 30_000;

/** How long the typing has to pause from now on, where it has gone on since then: somebody who never pauses is waited for no more. */
export const pauseFrom = (began: number, now: number): number =>
  Math.min(PAUSE_MS, Math.max(0, began + LONGEST_MS - now));
