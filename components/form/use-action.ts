import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react';
import { isPassing, type Outcome, type Problem, type Unsuccessful } from '@/lib/domain/result';
import { callAction } from './call-action';
import { isAnythingUnsaved } from './use-leave-warning';

export type NoticeLink = { href: string; label: string };
/** What came of an action. `text` stands in place of the problem's own words. */
export type Notice =
  | { kind: 'success'; text: string }
  | { kind: 'problem'; problem: Problem; text?: string; link?: NoticeLink | undefined };

type RunOptions<T> = {
  /** What is said of it, also in view of what came back. */
  done?: string | ((output: T) => string) | undefined;
  onDone?: (output: T) => void;
  /** true: it was dealt with, and nothing more is said. */
  onFailure?: (failure: Unsuccessful) => unknown;
  /** The way on from a problem. */
  linkFor?: (problem: Problem) => NoticeLink | undefined;
  /** It waits for the one under way, and what passes by itself is sent again until it is answered. */
  isLong?: boolean;
};

type ActionOptions = {
  /** The page is brought up to date afterwards, also after a conflict. */
  refreshes?: boolean;
  /** Gets the focus then, where the button may be gone. */
  focus?: RefObject<HTMLElement | null>;
};

const LONGEST_WAIT_S = 30;

/** One action at a time: whether it is under way, what came of it, and sending it again. A second press meanwhile does nothing. */
export function useAction({ refreshes = false, focus }: ActionOptions = {}) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [notice, setNotice] = useState<Notice | null>(null);
  const running = useRef<Promise<unknown> | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  /** @returns null: another one is under way. */
  const run = async <T>(
    send: () => Promise<Outcome<T>>,
    options: RunOptions<T> = {},
    tries = 0,
  ): Promise<Outcome<T> | null> => {
    const { done, onDone, onFailure, linkFor, isLong = false } = options;
    while (running.current) {
      if (!isLong) return null;
      await running.current;
    }
    clearTimeout(waiting.current);
    setNotice(null);

    const settle = (answer: Outcome<T>) => {
      running.current = null;
      if (answer.ok) {
        const text = typeof done === 'function' ? done(answer.value) : done;
        if (text) setNotice({ kind: 'success', text });
        onDone?.(answer.value);
      } else {
        const { code } = answer;
        if (!onFailure?.(answer)) setNotice({ kind: 'problem', problem: code, link: linkFor?.(code) });
        if (isLong && isPassing(code)) {
          const seconds = Math.min(2 ** tries, LONGEST_WAIT_S);
          waiting.current = setTimeout(() => void run(send, options, tries + 1), seconds * 1000);
        }
      }
      // What can't be done any more may have gone from the page too, and with it what is typed there. A page of another ward stays as it is.
      const isOther = !answer.ok && answer.code === 'drawn_for_other';
      const isWanted = answer.ok || answer.code === 'conflict' || !isAnythingUnsaved();
      if (refreshes && isWanted && !isOther) router.refresh();
      focus?.current?.focus();
      return answer;
    };

    const answered = new Promise<Outcome<T>>((resolve) => {
      startTransition(async () => {
        // What is called may change the screen at once: that is no part of the transition.
        await null;
        resolve(settle(await callAction(send)));
      });
    });
    running.current = answered;
    return answered;
  };

  return { isPending, notice, run, clear: () => setNotice(null) };
}
