import { Dialog } from '@/components/ui/dialog';
import { UNDECIDABLE_SHOWN, type Undecidable } from '@/lib/domain/undecidable';
import { leavesUndecidableText as text } from '@/lib/text/undecidable';

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
      isOpen={undecidable !== null}
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
