'use client';

import { type ReactNode, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { uiText } from '@/lib/text/ui';
import { Button } from './button';

type DialogProps = {
  title: string;
  isShown: boolean;
  /** Called for Escape too; set `isShown` to false in it. */
  onClose: () => void;
  children: ReactNode;
  /** What the last button says: it names the object (3件を承認). null: there is nothing to be done. */
  final: string | null;
  /** It takes something away that can't be brought back. */
  isDanger?: boolean | undefined;
  onConfirm: () => void;
};

/** Asks about what can't be undone, or shuts somebody out. Focus returns to the opener. */
export function Dialog({ title, isShown, onClose, children, final, isDanger, onConfirm }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal();
    if (!isShown) dialog.current?.close();
  }, [isShown]);

  // Taken off the page while it is open, it gives the focus back all the same.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);

  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  // The event comes a moment after the closing: by then somebody may have opened the dialog again.
  const closed = () => {
    if (!dialog.current?.open) onClose();
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={cancel}
      onClose={closed}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[36rem] max-w-[calc(100vw-2rem)] overflow-y-auto rounded-8 border border-transparent bg-white p-6 text-solid-gray-800 shadow-2"
    >
      <h2 id={titleId} className="text-std-18B-160">
        {title}
      </h2>
      <div className="mt-2 text-std-16N-170">{children}</div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button size="large" onClick={onClose}>
          {final === null ? uiText.close : uiText.cancel}
        </Button>
        {final !== null && (
          <Button size="large" variant={isDanger ? 'danger' : 'primary'} onClick={onConfirm}>
            {final}
          </Button>
        )}
      </div>
    </dialog>
  );
}

type ConfirmedButtonProps = {
  label: string;
  title: string;
  /** What the dialog's last button says; left out: the label once more. */
  final?: string;
  isDanger?: boolean | undefined;
  children: ReactNode;
  /** What was said about an earlier command can go now. */
  onOpen?: () => void;
  onConfirm: () => void;
};

/** A button whose command is asked about first. The dialog's last button names the command again. */
export function ConfirmedButton({
  label,
  title,
  final = label,
  isDanger,
  children,
  onOpen,
  onConfirm,
}: ConfirmedButtonProps) {
  const [isShown, setIsShown] = useState(false);
  const open = () => {
    onOpen?.();
    setIsShown(true);
  };
  const close = () => setIsShown(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button variant={isDanger ? 'danger' : 'secondary'} onClick={open}>
        {label}
      </Button>
      <Dialog {...{ title, isShown, final, isDanger }} onClose={close} onConfirm={confirm}>
        {children}
      </Dialog>
    </>
  );
}
