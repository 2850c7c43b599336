import { Fragment } from 'react';
import { useWatch } from 'react-hook-form';
import { type AmountCell, type AmountFields, AmountInput } from '@/components/paste/amounts-form';
import { DataTable } from '@/components/ui/data-table';
import { ErrorText } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';
import { readAmount } from '@/lib/domain/amount';
import { type LastYearCategory, type LastYearRow, lastYearRest } from '@/lib/domain/entry/last-year-amounts';
import { lastYearAmountsText as text } from '@/lib/text/entry/last-year-amounts';
import { uiText } from '@/lib/text/ui';
import { Amount } from './amount';

type Cell = LastYearRow & AmountCell;

const unit = <span className="unit">{uiText.thousandYen}</span>;

type SumsProps = Pick<AmountFields, 'form'> & { cells: readonly Cell[]; categories: readonly LastYearCategory[] };

/** What last year's parts come to beside its total, while somebody types. */
function Sums({ cells, categories, form }: SumsProps) {
  const values = useWatch({ control: form.control });
  return (
    <DataTable caption={text.checkCaption} showCaption className="mb-6 max-w-[50rem]">
      <thead>
        <tr>
          <th scope="col">{text.category}</th>
          {[text.sum, text.total, text.rest].map((head) => (
            <th key={head} scope="col" className="num">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => {
          const own = cells.filter(({ categoryId }) => categoryId === category.id);
          const { sum, rest } = lastYearRest(
            category,
            own.map(({ field }) => readAmount(values[field])),
          );
          return (
            <tr key={category.id}>
              <th scope="row">{category.name}</th>
              <td className="num">
                <Amount value={sum} />
              </td>
              <td className="num">
                <Amount value={category.total} />
              </td>
              <td className="num">
                <Amount value={rest} />
                {rest !== null && rest < 0 && (
                  <p className="flex items-center justify-end gap-1 text-red-900">
                    <Icon name="error" />
                    {text.exceeded}
                  </p>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

/** A live input for each entry, below what they come to. */
export function LastYearTable({ year, cells, categories, form, field }: SumsProps & AmountFields & { year: number }) {
  return (
    <>
      {categories.length > 0 && <Sums cells={cells} categories={categories} form={form} />}
      <DataTable caption={text.caption} className="max-w-[60rem]">
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.department}</th>
            <th scope="col" className="num">
              {text.amount(year)}
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => {
            const { id, error, footer } = field(cell.field);
            return (
              <Fragment key={cell.id}>
                <tr>
                  <td>{cell.number}</td>
                  <th scope="row">{cell.name}</th>
                  <td>{cell.departmentName}</td>
                  <td className="num">
                    {cell.isNew && <span className="me-2 text-dns-14N-130">{text.isNew}</span>}
                    <AmountInput form={form} field={field} cell={cell} />
                  </td>
                </tr>
                {(error || footer) && (
                  <tr>
                    <td colSpan={4}>
                      <ErrorText id={id}>{error}</ErrorText>
                      {footer}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </DataTable>
    </>
  );
}
