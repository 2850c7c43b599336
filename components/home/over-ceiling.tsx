import { Icon } from '@/components/ui/icons';
import type { OverCeiling } from '@/lib/domain/category-totals';
import { categoryOverText, overText } from '@/lib/text/totals';

const look = 'inline-flex items-center gap-1 align-bottom text-dns-14B-130 whitespace-nowrap text-orange-900';

type Over = Pick<OverCeiling, 'over' | 'isComplete'>;

/** Beside a sum that exceeds its 枠. */
export function OverCeilingMark({ over, className }: { over: Over | null; className?: string }) {
  if (!over) return null;
  return (
    <span className={`${look} ${className ?? ''}`}>
      <Icon name="warning" />
      <span>{overText(over)}</span>
    </span>
  );
}

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
