import type { EntryView } from '@/lib/domain/entry/entry-view';
import { type CategoryYearTotal, change, knownOf } from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { confirmText, entryFieldText, entryText } from '@/lib/text/entry/entry';
import { formatRatio } from '@/lib/text/format';
import { expectedText, newProject } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { Amount } from './amount';

/** What 枠 of its category leaves while the year is drafted. A recorded total is no entry's matter. */
function CeilingLeft({ category }: { category: CategoryYearTotal }) {
  const { name, ceiling, recorded, total } = category;
  if (ceiling === null || recorded !== null) return null;
  const left = ceiling - knownOf(category);
  return (
    <div className={`left ${left < 0 ? 'text-red-900' : ''}`}>
      <dt>
        {left < 0 ? entryText.over(name) : entryText.remainder(name)}
        {total === null && entryText.partly}
      </dt>
      <dd>
        <Amount value={Math.abs(left)} />
      </dd>
    </div>
  );
}

type EntryAmountsProps = {
  entry: Pick<
    EntryView,
    'year' | 'isOpen' | 'amount' | 'lastYearAmount' | 'lastYearSource' | 'isNew' | 'difference' | 'categoryId'
  >;
  /** The categories of its year. */
  categories: readonly CategoryYearTotal[];
  /** Where it is edited, on the way to submitting it. */
  changeHref?: string | undefined;
};

/** This year's amount, large; beside it last year's, what lies between them, and what is left of its 枠. */
export function EntryAmounts({ entry, categories, changeHref }: EntryAmountsProps) {
  const { year, amount, lastYearAmount, lastYearSource, isNew, difference } = entry;
  const before = lastYearSource === 'expected' ? expectedText(yearName(year - 1)) : yearName(year - 1);
  const ratio = change(amount, lastYearAmount)?.ratio ?? null;
  const category = categories.find(({ categoryId }) => categoryId === entry.categoryId);
  return (
    <dl className="entry-amounts">
      <div className="now">
        <dt>{entryText.amountOf(yearName(year))}</dt>
        <dd className={amount === null ? 'blank' : undefined}>
          <Amount value={amount} blank="notEntered" />
          {amount !== null && <small>{entryText.thousandYen}</small>}
          {changeHref && (
            <a href={changeHref} className="link ms-3 text-dns-16N-130">
              {confirmText.change}
              <span className="sr-only">：{entryFieldText.amount}</span>
            </a>
          )}
        </dd>
      </div>
      <div>
        <dt>{before}</dt>
        <dd>{isNew ? newProject : <Amount value={lastYearAmount} />}</dd>
      </div>
      <div>
        <dt>{entryText.difference}</dt>
        <dd>
          <Amount value={difference} />
        </dd>
      </div>
      <div>
        <dt>{entryText.ratio}</dt>
        <dd>{ratio === null ? uiText.blankAmount : formatRatio(ratio)}</dd>
      </div>
      {category && entry.isOpen && <CeilingLeft category={category} />}
    </dl>
  );
}
