import { DataTable } from '@/components/ui/data-table';
import { SummaryList } from '@/components/ui/summary-list';
import { lastYearOf } from '@/lib/domain/entry/entry';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { yearName } from '@/lib/domain/year/fiscal-year';
import {
  entryFieldText,
  entryText,
  lastYearSourceText,
  lastYearText,
  markText,
  newProject,
} from '@/lib/text/entry/entry';
import { formatEraDateTime } from '@/lib/text/format';
import { expectedText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { Amount } from './amount';

type Amounts = Pick<EntryView, 'year' | 'amount' | 'lastYearAmount' | 'lastYearSource' | 'isNew' | 'difference'>;

/** This year's amount, last year's and what lies between them. */
export function EntryAmounts({ year, amount, lastYearAmount, lastYearSource, isNew, difference }: Amounts) {
  const before = lastYearSource === 'expected' ? expectedText(yearName(year - 1)) : yearName(year - 1);
  const unit = <span className="unit">{uiText.thousandYen}</span>;
  return (
    <DataTable caption={entryFieldText.amount} className="max-w-[40rem]">
      <thead>
        <tr>
          {[yearName(year), before, entryText.difference].map((head) => (
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

/** An entry's fields as facts, but for those that may stay blank and do, and for the amounts, which have a table of their own. */
export function entryRows(entry: EntryView) {
  const values = {
    name: entry.name,
    budgetName: entry.budgetName,
    categoryId: entry.categoryName,
    departmentId: entry.departmentName,
    rank: String(entry.rank ?? ''),
    lastYear:
      entry.lastYear === 'project' && entry.lastYearName !== null
        ? entryText.goesOn(entry.lastYearName)
        : lastYearText[lastYearOf(entry)],
    mark: entry.mark ? markText[entry.mark] : '',
    isPriority: entry.isPriority ? entryText.yes : entryText.no,
    summary: entry.summary || entryText.notEntered,
    innovation: entry.innovation || entryText.notEntered,
    opinionsAndPledges: entry.opinionsAndPledges,
    remarks: entry.remarks,
  };
  const fields = Object.keys(values) as (keyof typeof values)[];
  return fields
    .filter((field) => (field === 'lastYear' ? entry.asksLastYear : values[field] !== ''))
    .map((field) => ({ field, term: entryFieldText[field], value: values[field] }));
}

/** An entry to be read: its amounts, its fields and who touched it last. */
export function EntryFacts({ entry }: { entry: EntryView }) {
  const updated = entryText.updatedBy(formatEraDateTime(new Date(entry.updatedAt)), entry.updatedBy);
  return (
    <>
      <EntryAmounts {...entry} />
      <div className="mt-4">
        <SummaryList
          rows={[
            ...entryRows(entry).filter(({ field }) => field !== 'name'),
            { term: entryText.lastYearSource, value: lastYearSourceText(entry) },
            { term: entryText.updated, value: updated },
          ]}
        />
      </div>
    </>
  );
}
