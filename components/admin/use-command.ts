import { useRouter } from 'next/navigation';
import { type RefObject, useState } from 'react';
import type { Result } from '@/lib/domain/result';
import { errorText, noAnswerText } from '@/lib/text/errors';

export type Notice = { kind: 'success' | 'error'; text: string; link?: { href: string; label: string } };

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
    done: string | null,
    onDone?: (output: Output) => void,
  ) {
    if (isRunning) return;
    setIsRunning(true);
    setNotice(null);
    try {
      const result = await send();
      setNotice(
        result.ok ? (done && { kind: 'success', text: done }) || null : { kind: 'error', text: errorText[result.code] },
      );
      if (result.ok) onDone?.(result.value);
      router.refresh();
      focus?.current?.focus();
    } catch (error) {
      const text = error instanceof TypeError ? noAnswerText.unreachable : noAnswerText.failed;
      setNotice({ kind: 'error', text });
    } finally {
      setIsRunning(false);
    }
  }

  return { notice, run, isRunning, tell: setNotice, clear: () => setNotice(null) };
}
