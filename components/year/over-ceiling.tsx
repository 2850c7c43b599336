import { Amount } from '@/components/entry/amount';
import { Icon } from '@/components/ui/icons';
import type { OverCeiling } from '@/lib/domain/year/category-totals';
import { categoryOverText, excessText, overText } from '@/lib/text/totals';

const look = 'inline-flex items-center gap-1 align-bottom text-dns-14B-130 whitespace-nowrap text-orange-900';

type Over = Pick<OverCeiling, 'over' | 'isComplete'>;

const Mark = ({ text, className }: { text: string; className?: string | undefined }) => (
  <span className={`${look} ${className ?? ''}`}>
    <Icon name="warning" />
    <span>{text}</span>
  </span>
);

/** Beside a sum that exceeds its 枠. */
export const OverCeilingMark = ({ over, className }: { over: Over | null; className?: string }) =>
  over && <Mark text={overText(over)} className={className} />;

/** What is left of a 枠, or by how much it is exceeded. */
export const CeilingRemainder = ({ over, remainder }: { over: Over | null; remainder: number | null }) =>
  over ? <Mark text={excessText(over)} /> : <Amount value={remainder} />;

/** Beside the sum of a year: which of its categories exceed theirs. */
export function OverCeilings({ over, className }: { over: readonly OverCeiling[]; className?: string }) {
  if (over.length === 0) return null;
  return (
    <ul className={`flex flex-wrap gap-x-4 gap-y-1 ${className ?? ''}`}>
      {over.map((category) => (
        <li key={category.categoryId} className={look}>
          <Icon name="warning" />
          <span>{categoryOverText(category)}</span>
        </li>
      ))}
    </ul>
  );
}
