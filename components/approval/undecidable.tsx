import { useRef, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { UNDECIDABLE_SHOWN, type Undecidable } from '@/lib/domain/entry/undecidable';
import type { Result } from '@/lib/domain/result';
import { leavesUndecidableText as text } from '@/lib/text/entry/undecidable';

type UndecidableDialogProps = {
  /** null: closed. */
  undecidable: Undecidable | null;
  /** What the last button says. */
  final: string;
  onClose: () => void;
  /** Gets the entries that were shown. */
  onConfirm: (ids: string[]) => void;
};

/** What a change of rights would leave to nobody, and who could decide about it instead. */
export function UndecidableDialog({ undecidable, final, onClose, onConfirm }: UndecidableDialogProps) {
  const { entries, possibleDeciders } = undecidable ?? { entries: [], possibleDeciders: [] };
  const more = entries.length - UNDECIDABLE_SHOWN;
  return (
    <Dialog
      title={text.title(entries.length)}
      isShown={undecidable !== null}
      final={final}
      onClose={onClose}
      onConfirm={() => onConfirm(entries.map(({ id }) => id))}
    >
      <ul className="list-disc ps-6">
        {entries.slice(0, UNDECIDABLE_SHOWN).map((entry) => (
          <li key={entry.id}>{text.entry(entry)}</li>
        ))}
        {more > 0 && <li>{text.more(more)}</li>}
      </ul>
      <p className="mt-3">{text.possible(possibleDeciders)}</p>
    </Dialog>
  );
}

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
