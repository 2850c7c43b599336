import type { FindingCounts } from '@/lib/domain/findings/year-findings';
import { findingsHref } from '@/lib/list-routes';
import { findingsText, yearFindingsText } from '@/lib/text/findings/findings';

/** How many findings the year has, and the way to them; nothing where there are none. */
export function FindingsLine({ year, counts: { errors, warnings } }: { year: number; counts: FindingCounts }) {
  if (errors + warnings === 0) return null;
  return (
    <p className="mb-4">
      <a href={findingsHref(year)} className="link">
        {yearFindingsText.line(findingsText.counts(errors, warnings))}
      </a>
    </p>
  );
}
