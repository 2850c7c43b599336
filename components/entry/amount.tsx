import { formatAmount } from '@/lib/domain/amount';
import { uiText } from '@/lib/text/ui';

const BLANKS = { dash: uiText.blankAmount, notEntered: uiText.notEntered } as const;

/** `1,234`, `△1,234` (read as マイナス), and a blank, which is never 0. */
export function Amount({ value, blank = 'dash' }: { value: number | null; blank?: keyof typeof BLANKS | undefined }) {
  if (value === null) return <span>{BLANKS[blank]}</span>;
  if (value >= 0) return <span>{formatAmount(value)}</span>;
  return (
    <>
      <span className="sr-only select-none">{uiText.minus}</span>
      <span aria-hidden="true">△</span>
      <span>{formatAmount(-value)}</span>
    </>
  );
}
