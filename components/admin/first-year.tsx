import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { EmptyState } from '@/components/ui/empty-state';
import { yearName } from '@/lib/domain/fiscal-year';
import { firstYearText } from '@/lib/text/first-year';
import { yearsText } from '@/lib/text/year-settings';

/** A ward that has no year yet begins with the one whose budget is being drafted. */
export function FirstYear({ year, onOpen }: { year: number; onOpen: () => void }) {
  const name = yearName(year);
  return (
    <EmptyState message={firstYearText.empty}>
      <ConfirmedButton label={yearsText.openNext(name)} title={yearsText.openTitle(name)} onConfirm={onOpen}>
        {firstYearText.body}
      </ConfirmedButton>
    </EmptyState>
  );
}
