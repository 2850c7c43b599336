import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react';
import { refreshIfAnswering } from '@/components/shell/refresh';
import { isOutdatedPage, isPassing, type Outcome, type Problem, type Unsuccessful } from '@/lib/domain/result';
import { callAction, whileSending } from './call-action';
import { isAnythingUnsaved } from './use-leave-warning';

/** What came of an action. `text` stands in place of the problem's own words, `link` is the way on. */
export type Notice =
  | { kind: 'success'; text: string }
  | { kind: 'problem'; problem: Problem; text?: string; link?: { href: string; label: string } | undefined };

type RunOptions<T> = {
  /** What is said of it, also in view of what came back. */
  done?: string | ((output: T) => string) | undefined;
  onDone?: (output: T) => void;
  /** true: it was dealt with, and nothing more is said. */
  onFailure?: (failure: Unsuccessful) => unknown;
  /** Nobody pressed for it. */
  isQuiet?: boolean;
};

type ActionOptions = {
  /** The page is brought up to date afterwards, also after a conflict. */
  refreshes?: boolean | undefined;
  /** Gets the focus then, where the button may be gone. */
  focus?: RefObject<HTMLElement | null>;
  /** It waits for the one under way, and what passes by itself is sent again until it is answered. */
  isLong?: boolean;
};

const LONGEST_WAIT_S = 30;
/** Nothing of the page is out of date, or all of it is: then somebody has to read why it has to be loaded anew. */
const isStaying = (problem: Problem): boolean => problem === 'invalid_input' || isOutdatedPage(problem);

/** One action at a time: whether it is under way, what came of it, and sending it again. A second press meanwhile does nothing. */
export function useAction({ refreshes = false, focus, isLong = false }: ActionOptions = {}) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [notice, setNotice] = useState<Notice | null>(null);
  const running = useRef<Promise<unknown> | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  /** The answer is null where another one is under way. */
  const run = async <T>(
    send: (tries: number) => Promise<Outcome<T>>,
    options: RunOptions<T> = {},
    tries = 1,
  ): Promise<Outcome<T> | null> => {
    while (running.current) {
      if (!isLong) return null;
      await whileSending(running.current);
    }
    clearTimeout(waiting.current);
    setNotice(null);

    const settle = (answer: Outcome<T>) => {
      running.current = null;
      const { done, onDone, onFailure } = options;
      if (answer.ok) {
        const text = typeof done === 'function' ? done(answer.value) : done;
        if (text) setNotice({ kind: 'success', text });
        onDone?.(answer.value);
        if (refreshes) router.refresh();
      } else {
        const { code: problem } = answer;
        if (!onFailure?.(answer)) setNotice({ kind: 'problem', problem });
        const wait = () => Math.min(2 ** (tries - 1), LONGEST_WAIT_S) * 1000;
        if (isLong && isPassing(problem)) waiting.current = setTimeout(run, wait(), send, options, tries + 1);
        // What can't be done any more may have gone from the page too, and with it what is typed there.
        const isWanted = () => problem === 'conflict' || !isAnythingUnsaved();
        if (refreshes && !isStaying(problem)) void refreshIfAnswering(router.refresh, isWanted);
      }
      focus?.current?.focus();
      return answer;
    };

    const answered = new Promise<Outcome<T>>((resolve) => {
      startTransition(async () => {
        // What is called may change the screen at once: that is no part of the transition.
        await null;
        resolve(settle(await callAction(() => send(tries), options.isQuiet)));
      });
    });
    running.current = answered;
    return answered;
  };

  return { isPending, notice, run, clear: () => setNotice(null) };
}
