import { Button } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { DataTable } from '@/components/ui/data-table';
import { fiscalYearName } from '@/lib/domain/fiscal-year';
import { yearPaths } from '@/lib/domain/paths';
import type { YearRow } from '@/lib/domain/year-settings';
import { yearsText as text } from '@/lib/text/year-settings';

const COLUMNS = ['year', 'state', 'entries', 'undecided', 'blankAnnex', 'operations'] as const;
const NUMERIC: readonly string[] = ['entries', 'undecided'];

/** Nothing is asked that could only be refused. */
function CloseButton({ row, onClose }: { row: YearRow; onClose: () => void }) {
  const name = fiscalYearName(row.year);
  if (row.undecidedCount > 0) return <Button onClick={onClose}>{text.closeYear(name)}</Button>;
  return (
    <ConfirmedButton label={text.closeYear(name)} title={text.closeTitle(name)} onConfirm={onClose}>
      {text.closeBody}
      {row.blankAnnexCount > 0 && text.closeWithBlank}
    </ConfirmedButton>
  );
}

export function YearTable({ years, onClose }: { years: readonly YearRow[]; onClose: (row: YearRow) => void }) {
  return (
    <DataTable caption={text.list}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={NUMERIC.includes(column) ? 'num' : undefined}>
              {text[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((row) => (
          <tr key={row.year}>
            <th scope="row" className="nowrap">
              <a href={yearPaths(row.year).settings} className="link">
                {fiscalYearName(row.year)}
              </a>
            </th>
            <td className="nowrap">{row.isOpen ? text.open : text.closed}</td>
            <td className="num">{text.count(row.entryCount)}</td>
            <td className="num">{text.count(row.undecidedCount)}</td>
            <td className="nowrap">{row.isOpen && row.blankAnnexCount > 0 ? text.notEntered : text.entered}</td>
            <td>{row.isOpen && <CloseButton row={row} onClose={() => onClose(row)} />}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
