import { Dialog } from '@/components/ui/dialog';
import type { WorkflowAction } from '@/lib/domain/entry-workflow';
import { reasonText, unsentReasonText as text } from '@/lib/text/entry';
import { workflowText } from '@/lib/text/terms';

type UnsentReasonDialogProps = {
  /** What was pressed; null while nothing is asked. */
  action: WorkflowAction | null;
  /** Whose reasons would stay unsent. */
  unsent: readonly WorkflowAction[];
  onCancel: () => void;
  onConfirm: () => void;
};

/** Asks before something else is decided than what a reason is being written for. */
export function UnsentReasonDialog({ action, unsent, onCancel, onConfirm }: UnsentReasonDialogProps) {
  const labels = unsent.map((of) => reasonText[of]?.label ?? workflowText[of]);
  const name = action ? (reasonText[action]?.final ?? workflowText[action]) : '';
  return (
    <Dialog
      title={action ? text.title(labels) : ''}
      isOpen={action !== null}
      final={name}
      onClose={onCancel}
      onConfirm={onConfirm}
    >
      {action && text.body(name)}
    </Dialog>
  );
}
