import type { ReactNode } from 'react';
import { PlainButton } from '@/components/ui/button';
import { BlockIcon } from '@/components/ui/shape';
import { uiText } from '@/lib/text/ui';
import { Menu } from './menu';

type RowMenuProps = {
  /** Whose acts they are. */
  of: string;
  id: string;
  children: ReactNode;
};

/** The acts of a row in one menu: a list of rows is no wall of equal buttons. */
export function RowMenu({ of, id, children }: RowMenuProps) {
  return (
    <Menu floats id={id} label={of} summary={uiText.operations} className="row-menu">
      {children}
    </Menu>
  );
}

type Keys = { shown: string; pressed: string };
type MenuActProps = {
  /** Those that do the same without the menu. */
  keys?: Keys | undefined;
  onClick: () => void;
  children: ReactNode;
};

export function MenuAct({ keys, onClick, children }: MenuActProps) {
  return (
    <PlainButton className="menu-item" aria-keyshortcuts={keys?.pressed} onClick={onClick}>
      {children}
      {keys && (
        <span aria-hidden="true" className="menu-keys">
          {keys.shown}
        </span>
      )}
    </PlainButton>
  );
}

type MenuDangerProps = { label: string; follows: string; onClick: () => void };

/** Takes something away. */
export function MenuDanger({ label, follows, onClick }: MenuDangerProps) {
  return (
    <div className="menu-danger">
      <PlainButton className="menu-item" onClick={onClick}>
        <BlockIcon />
        <span>
          {label}
          <small>{follows}</small>
        </span>
      </PlainButton>
    </div>
  );
}
