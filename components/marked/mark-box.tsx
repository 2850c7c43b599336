import type { ReactNode } from 'react';
import { markAllText } from '@/lib/text/marked/mark-box';

type MarkBoxProps = {
  id: string;
  /** What names the row, where nothing beside the box does. */
  label?: string | undefined;
  children?: ReactNode;
};

/** Marks a row of a `Markable`. */
export function MarkBox({ id, label, children }: MarkBoxProps) {
  return (
    <label className="mark">
      <input type="checkbox" name="mark" value={id} aria-label={label} />
      {children}
    </label>
  );
}

/** Marks every row that is shown. */
export function MarkAllBox() {
  return (
    <label className="mark">
      <input type="checkbox" name="mark-all" aria-label={markAllText} />
    </label>
  );
}
