import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { withdrawText } from '@/lib/text/entry';
import { uiText } from '@/lib/text/ui';

type WithdrawDialogProps = { name: string; isOpen: boolean; onClose: () => void; onWithdraw: () => void };

export function WithdrawDialog({ name, isOpen, onClose, onWithdraw }: WithdrawDialogProps) {
  return (
    <Dialog
      title={withdrawText.title(name)}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiText.cancel}</Button>
          <Button variant="primary" onClick={onWithdraw}>
            {withdrawText.final}
          </Button>
        </>
      }
    >
      {withdrawText.body}
    </Dialog>
  );
}
