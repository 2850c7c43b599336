'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { uiText } from '@/lib/text/ui';

type ConfirmedButtonProps = {
  label: string;
  title: string;
  children: ReactNode;
  onConfirm: () => void;
  /** Said before the label to screen readers, e.g. the row that it belongs to. */
  of?: string;
};

/** A button whose command is asked about first. The dialog's last button names the command again. */
export function ConfirmedButton({ label, title, children, onConfirm, of }: ConfirmedButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        {of && <span className="sr-only">{of}</span>}
        {label}
      </Button>
      <Dialog
        title={title}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button size="large" onClick={close}>
              {uiText.cancel}
            </Button>
            <Button size="large" variant="primary" onClick={confirm}>
              {label}
            </Button>
          </>
        }
      >
        {children}
      </Dialog>
    </>
  );
}
