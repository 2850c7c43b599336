import type { ReactNode } from 'react';
import { markAllText } from '@/lib/text/marked/mark-box';

type MarkBoxProps = {
  id: string;
  /** What names the row, where nothing beside the box does. */
  label?: string | undefined;
  children?: ReactNode;
};

/** Marks a row of a `Markable`, as it is shown: what a browser puts back after a way there and back was set on another. */
export function MarkBox({ id, label, children }: MarkBoxProps) {
  return (
    <label className="mark">
      <input type="checkbox" name="mark" autoComplete="off" value={id} aria-label={label} />
      {children}
    </label>
  );
}

/** Marks every row that is shown. */
export function MarkAllBox() {
  return (
    <label className="mark">
      <input type="checkbox" name="mark-all" autoComplete="off" aria-label={markAllText} />
    </label>
  );
}
