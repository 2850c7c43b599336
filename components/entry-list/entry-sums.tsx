import { Amount } from '@/components/ui/amount';
import type { CategorySums as Sums } from '@/lib/domain/category-sums';
import type { ListTotals } from '@/lib/domain/entry-list';
import { difference } from '@/lib/domain/totals';
import { annexRow, categoryRow, entryListText as text } from '@/lib/text/entry-list';

type LineProps = { order?: number; label: string; amount: number | null; blank: string; last: number | null };

function Line({ order, label, amount, blank, last }: LineProps) {
  return (
    <tr>
      <td>{order}</td>
      <th scope="row" colSpan={3}>
        {label}
      </th>
      <td className="num">{amount === null ? blank : <Amount value={amount} />}</td>
      <td className="num">
        <Amount value={last} />
      </td>
      <td className="num">
        <Amount value={difference(amount, last)} />
      </td>
      <td />
    </tr>
  );
}

/** 別紙掲載分 by category, then what each category and the year come to. */
export function CategorySums({ sums, total, lastTotal }: Sums) {
  return (
    <>
      <tbody>
        {sums.map(({ id, order, name, annex, isAnnexOwed, lastAnnex }) => (
          <Line
            key={id}
            order={order}
            label={annexRow(name)}
            amount={annex}
            blank={isAnnexOwed ? text.notEntered : text.notKnown}
            last={lastAnnex}
          />
        ))}
      </tbody>
      <tfoot>
        {sums.map(({ id, order, name, total: of, lastTotal: last }) => (
          <Line key={id} order={order} label={categoryRow(name)} amount={of} blank={text.incomplete} last={last} />
        ))}
        {sums.length > 1 && (
          <Line label={text.total} amount={total ?? null} blank={text.incomplete} last={lastTotal ?? null} />
        )}
      </tfoot>
    </>
  );
}

/** The sum of what a filter has left, without 別紙掲載分, which is no entry. */
export function FilteredSum({ total, lastTotal }: ListTotals) {
  return (
    <tfoot>
      <Line label={text.filteredTotal} amount={total ?? null} blank={text.incomplete} last={lastTotal ?? null} />
    </tfoot>
  );
}
