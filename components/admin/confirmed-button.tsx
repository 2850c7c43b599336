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
};

/** A button whose command is asked about first. The dialog's last button names the command again. */
export function ConfirmedButton({ label, title, children, onConfirm }: ConfirmedButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{label}</Button>
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
