import { Amount } from '@/components/entry/amount';
import { Icon } from '@/components/ui/icons';
import { type CeilingLeft, type SheetView, sheetTotals } from '@/lib/domain/sheet/sheet-view';
import { entryText } from '@/lib/text/entry/entry';
import { ifSameText, leftOutText, sheetText as text } from '@/lib/text/sheet/sheet';
import type { SheetStore } from './sheet-store';

function Ceiling({ ceiling }: { ceiling: CeilingLeft }) {
  const { name, limit, typed, remainder } = ceiling;
  const isOver = remainder < 0;
  const share = limit > 0 ? Math.min(Math.max(typed / limit, 0), 1) : 1;
  return (
    <div className="grow">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span>{name}</span>
        <span className={isOver ? 'inline-flex items-center gap-1 text-orange-900' : undefined}>
          {isOver && <Icon name="warning" />}
          {isOver ? text.excess : text.remainder}
        </span>
        <span className="text-std-22B-150 font-normal">
          <Amount value={Math.abs(remainder)} />
        </span>
        <span>{entryText.thousandYen}</span>
        <span className="text-dns-14N-130">{text.limit(limit)}</span>
        <span className="text-dns-14N-130">{ifSameText(ceiling)}</span>
      </p>
      <svg aria-hidden="true" className="sheet-meter" viewBox="0 0 100 1" preserveAspectRatio="none">
        <rect width={share * 100} height="1" className={isOver ? 'fill-orange-900' : 'fill-key-900'} />
      </svg>
    </div>
  );
}

/** What the rows come to while somebody types, and what the ceilings leave. Stays in sight where there is height for it. */
export function SheetTotals({ view, store }: { view: SheetView; store: SheetStore }) {
  const totals = sheetTotals(
    view,
    store.use(({ rows }) => rows),
  );
  return (
    <div className="sheet-totals">
      <p>
        <span>{text.amountTotal}</span>{' '}
        <span className="text-std-22B-150 font-normal">
          <Amount value={totals.amount} />
        </span>
        <span>{entryText.thousandYen}</span>{' '}
        <span className="text-dns-14N-130 whitespace-nowrap">{text.lastYearTotal(totals.lastYear)}</span>
        <br />
        <span className="text-dns-14N-130 whitespace-nowrap">{leftOutText(totals)}</span>
      </p>
      {totals.ceilings.map((ceiling) => (
        <Ceiling key={ceiling.categoryId} ceiling={ceiling} />
      ))}
    </div>
  );
}
