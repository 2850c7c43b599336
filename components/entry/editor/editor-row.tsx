import type { ReactNode } from 'react';
import { FieldFindings } from '@/components/findings/field-findings';
import type { EntryFinding } from '@/lib/domain/findings/check';
import type { EntryPlace } from '@/lib/domain/findings/finding';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';

export type Checked = {
  findings: readonly EntryFinding[];
  /** What was said of them. */
  reasons: readonly FindingReason[];
};

type EditorRowProps = Checked & {
  /** What it is about: findings of these stand in its margin. */
  places: readonly EntryPlace[];
  children: ReactNode;
  /** At the right of the field, where there is room. */
  beside?: ReactNode;
  /** In the margin. */
  margin?: ReactNode;
  /** The field takes the place beside it, too. */
  isWide?: boolean;
};

/** Fields, what stands beside them, and in the margin what the checks found in them. */
export function EditorRow({ places, findings, reasons, children, beside, margin, isWide = false }: EditorRowProps) {
  return (
    <div className="editor-row">
      <div className={isWide ? 'editor-wide' : 'min-w-0'}>{children}</div>
      <div className="editor-margin">
        {margin}
        <FieldFindings places={places} findings={findings} reasons={reasons} />
      </div>
      {beside}
    </div>
  );
}
