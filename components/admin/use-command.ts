import { useRouter } from 'next/navigation';
import { type RefObject, useState } from 'react';
import { attempt, type Unsuccessful } from '@/components/form/attempt';
import { problemKind } from '@/components/form/problem-banner';
import { isAnythingUnsaved } from '@/components/form/use-leave-warning';
import type { Problem, Result } from '@/lib/domain/result';
import { problemText } from '@/lib/text/errors';

export type NoticeLink = { href: string; label: string };
export type Notice =
  | { kind: 'success'; text: string }
  | { kind: 'warning' | 'error'; text: string; problem?: Problem; link?: NoticeLink | undefined };

type Options<Output> = {
  onDone?: (output: Output) => void;
  onFailure?: (failure: Unsuccessful) => void;
  /** The way on from a problem. */
  linkFor?: (problem: Problem) => NoticeLink | undefined;
};

/**
 * Runs a command from a button: says what came of it and brings the page up to date, also after a conflict. `focus` gets the
 * focus then, where the button may be gone.
 */
export function useCommand(focus?: RefObject<HTMLElement | null>) {
  const router = useRouter();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isRunning, setIsRunning] = useState(false);

  async function run<Output>(
    send: () => Promise<Result<Output>>,
    /** What is said of it, also in view of what came back. */
    done: string | ((output: Output) => string) | null,
    { onDone, onFailure, linkFor }: Options<Output> = {},
  ) {
    if (isRunning) return;
    setIsRunning(true);
    setNotice(null);
    const answer = await attempt(send);
    setIsRunning(false);
    if (answer.ok) {
      const said = typeof done === 'function' ? done(answer.value) : done;
      setNotice(said ? { kind: 'success', text: said } : null);
      onDone?.(answer.value);
    } else {
      const { code } = answer;
      setNotice({ kind: problemKind(code), text: problemText(code), problem: code, link: linkFor?.(code) });
      onFailure?.(answer);
    }
    // What can't be done any more may have gone from the page too, and with it what is typed there.
    if (answer.ok || answer.code === 'conflict' || !isAnythingUnsaved()) router.refresh();
    focus?.current?.focus();
  }

  return { notice, run, isRunning, clear: () => setNotice(null) };
}
