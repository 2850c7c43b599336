'use client';

import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type ConfirmedButtonProps = {
  label: string;
  title: string;
  /** What the dialog's last button says; left out: the label once more. */
  final?: string;
  children: ReactNode;
  /** What was said about an earlier command can go now. */
  onOpen?: () => void;
  onConfirm: () => void;
};

/** A button whose command is asked about first. The dialog's last button names the command again. */
export function ConfirmedButton({ label, title, final = label, children, onOpen, onConfirm }: ConfirmedButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const open = () => {
    onOpen?.();
    setIsOpen(true);
  };
  const close = () => setIsOpen(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button onClick={open}>{label}</Button>
      <Dialog title={title} isOpen={isOpen} final={final} onClose={close} onConfirm={confirm}>
        {children}
      </Dialog>
    </>
  );
}
