import { Fragment, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Amount } from '@/components/entry/amount';
import { type AmountCell, type AmountFields, AmountInput } from '@/components/paste/amounts-form';
import { DataTable } from '@/components/ui/data-table';
import { ErrorText } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';
import { TextInput } from '@/components/ui/text-input';
import { readAmount } from '@/lib/domain/amount';
import type { EarlierTotals } from '@/lib/domain/year/earlier-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { difference, sumKnown } from '@/lib/domain/year/totals';
import { earlierTotalsText as text } from '@/lib/text/year/earlier-totals';
import { homeText } from '@/lib/text/year/home';

/** Whether a year's sum is what its paper said. Nothing of it is stored. */
function Check({ year, sum }: { year: number; sum: number }) {
  const [typed, setTyped] = useState('');
  const said = readAmount(typed);
  const off = difference(sum, said);
  return (
    <>
      <TextInput
        numeric
        aria-label={`${text.check} ${yearName(year)}`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        className="w-32!"
      />
      <p className="mt-1 min-h-5 text-dns-14N-130">
        {off === 0 && text.same}
        {off !== null && off !== 0 && (
          <span className="inline-flex items-center gap-1 text-red-900">
            <Icon name="error" />
            {text.difference} <Amount value={off} />
          </span>
        )}
      </p>
    </>
  );
}

type EarlierTotalsTableProps = Pick<EarlierTotals, 'years' | 'categories'> &
  AmountFields & { cells: readonly (readonly AmountCell[])[] };

/** A live input for each cell; sums follow the typing. */
export function EarlierTotalsTable({ years, categories, cells, form, field }: EarlierTotalsTableProps) {
  const values = useWatch({ control: form.control });
  const sums = years.map((_, column) => sumKnown(cells.map((row) => readAmount(values[row[column]?.field ?? '']))));
  return (
    <DataTable caption={text.caption}>
      <thead>
        <tr>
          <th scope="col">
            {text.category} <span className="unit">{homeText.unitThousandYen}</span>
          </th>
          {years.map((year) => (
            <th key={year} scope="col" className="num">
              {yearName(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map(({ id, name }, row) => {
          const own = cells[row] ?? [];
          const said = own.map((cell) => field(cell.field)).filter(({ error, footer }) => error || footer);
          return (
            <Fragment key={id}>
              <tr>
                <th scope="row">{name}</th>
                {own.map((cell) => (
                  <td key={cell.field} className="num">
                    <AmountInput form={form} field={field} cell={cell} />
                  </td>
                ))}
              </tr>
              {said.length > 0 && (
                <tr>
                  <td colSpan={years.length + 1}>
                    {said.map(({ id: fieldId, error, footer }) => (
                      <div key={fieldId} className="sticky start-2 w-fit max-w-[calc(100vw-3rem)]">
                        <ErrorText id={fieldId}>{error}</ErrorText>
                        {footer}
                      </div>
                    ))}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.sum}</th>
          {years.map((year, column) => {
            const { sum = 0, isComplete = false } = sums[column] ?? {};
            const isBlank = cells.every((row) => readAmount(values[row[column]?.field ?? '']) === null);
            return (
              <td key={year} className="num">
                <Amount value={isBlank ? null : sum} />
                {!isComplete && !isBlank && <p className="text-dns-14N-130">{text.incomplete}</p>}
              </td>
            );
          })}
        </tr>
        <tr>
          <th scope="row">
            {text.check}
            <p className="text-dns-14N-130 font-normal">{text.checkSupport}</p>
          </th>
          {years.map((year, column) => (
            <td key={year} className="num">
              <Check year={year} sum={sums[column]?.sum ?? 0} />
            </td>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  );
}
