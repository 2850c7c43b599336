import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { EntryView } from '@/lib/domain/entry-view';
import { yearName } from '@/lib/domain/fiscal-year';
import { entryFieldText, entryText, newProject } from '@/lib/text/entry';
import { uiText } from '@/lib/text/ui';

type Amounts = Pick<EntryView, 'year' | 'amount' | 'lastYearAmount' | 'isNew' | 'difference'>;

/** This year's amount, last year's and what lies between them. */
export function EntryAmounts({ year, amount, lastYearAmount, isNew, difference }: Amounts) {
  const unit = <span className="unit">{uiText.thousandYen}</span>;
  return (
    <DataTable caption={entryFieldText.amount} className="max-w-[40rem]">
      <thead>
        <tr>
          {[yearName(year), yearName(year - 1), entryText.difference].map((head) => (
            <th key={head} scope="col" className="num">
              {head}
              {unit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td className="num">
            <Amount value={amount} blank="notEntered" />
          </td>
          <td className="num">{isNew ? newProject : <Amount value={lastYearAmount} />}</td>
          <td className="num">
            <Amount value={difference} />
          </td>
        </tr>
      </tbody>
    </DataTable>
  );
}
