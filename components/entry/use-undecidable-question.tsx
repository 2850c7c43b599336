import { useRef, useState } from 'react';
import type { Result } from '@/lib/domain/result';
import type { Undecidable } from '@/lib/domain/undecidable';
import { UndecidableDialog } from './undecidable-dialog';

/** A form whose command may leave entries to nobody: it then asks, and sends once more what was shown and accepted. */
export function useUndecidableQuestion(final: string) {
  const [left, setLeft] = useState<Undecidable | null>(null);
  const accepted = useRef<string[]>([]);
  const formElement = useRef<HTMLFormElement>(null);

  async function asking<Output>(send: (knownUndecidable: string[]) => Promise<Result<Output>>) {
    const known = accepted.current;
    accepted.current = [];
    const answer = await send(known);
    if (!answer.ok && answer.undecidable) setLeft(answer.undecidable);
    return answer;
  }

  const dialog = (
    <UndecidableDialog
      undecidable={left}
      final={final}
      onClose={() => setLeft(null)}
      onConfirm={(ids) => {
        accepted.current = ids;
        setLeft(null);
        formElement.current?.requestSubmit();
      }}
    />
  );
  return { formElement, asking, dialog };
}
