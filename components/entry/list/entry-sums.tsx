import { Amount } from '@/components/entry/amount';
import { OverCeilingMark } from '@/components/year/over-ceiling';
import type { ListTotals } from '@/lib/domain/entry/entry-list';
import type { CategorySums as Sums } from '@/lib/domain/year/category-sums';
import { annexRow, categoryRow, entryListText as text } from '@/lib/text/entry/entry-list';
import { rowText } from '@/lib/text/entry/list-row';
import { sumName } from '@/lib/text/totals';

type Sum = number | null | undefined;
type LineProps = {
  label: string;
  amount: Sum;
  blank: string;
  last: Sum;
  /** Stands for last year's amount when it isn't known. */
  lastBlank?: string;
  difference: number | null;
  over?: Sums['over'];
};

function Line({ label, amount, blank, last, lastBlank, difference, over = null }: LineProps) {
  return (
    <tr>
      <td />
      <th scope="row" colSpan={3}>
        {label} <OverCeilingMark over={over} />
      </th>
      <td className="num">{amount == null ? blank : <Amount value={amount} />}</td>
      <td className="num">{last === null && lastBlank ? lastBlank : <Amount value={last ?? null} />}</td>
      <td className="num">
        <Amount value={difference} />
      </td>
      <td />
    </tr>
  );
}

/** 別紙掲載分 by category, then what each category and the year come to. */
export function CategorySums({ sums, total, lastTotal, difference, over }: Sums) {
  return (
    <>
      <tbody>
        {sums.map((sum) => (
          <Line
            key={sum.id}
            label={annexRow(sumName(sum))}
            amount={sum.annex}
            blank={sum.isAnnexOwed ? rowText.notEntered : rowText.notKnown}
            last={sum.lastAnnex}
            difference={sum.annexDifference}
          />
        ))}
      </tbody>
      <tfoot>
        {sums.map((sum) => (
          <Line
            key={sum.id}
            label={categoryRow(sumName(sum))}
            amount={sum.total}
            blank={text.incomplete}
            last={sum.lastTotal}
            lastBlank={text.incomplete}
            difference={sum.difference}
            over={sum.over}
          />
        ))}
        {sums.length > 1 && (
          <Line
            label={text.total}
            amount={total}
            blank={text.incomplete}
            last={lastTotal}
            lastBlank={text.incomplete}
            difference={difference}
            over={over}
          />
        )}
      </tfoot>
    </>
  );
}

/** The sum of what a filter has left, without 別紙掲載分, which is no entry. */
export function FilteredSum({ total, lastTotal, difference }: ListTotals) {
  return (
    <tfoot>
      <Line
        label={text.filteredTotal}
        amount={total}
        blank={text.incomplete}
        last={lastTotal}
        difference={difference}
      />
    </tfoot>
  );
}
