import { Button } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { DataTable } from '@/components/ui/data-table';
import { fiscalYearName } from '@/lib/domain/fiscal-year';
import { yearPaths } from '@/lib/domain/paths';
import type { YearRow } from '@/lib/domain/year-settings';
import { yearsText as text } from '@/lib/text/year-settings';

const COLUMNS = ['year', 'state', 'entries', 'undecided', 'blankAnnex', 'operations'] as const;
const NUMERIC: readonly string[] = ['entries', 'undecided'];

function annexState({ blankAnnexCount, annexCount }: YearRow): string {
  if (blankAnnexCount > 0) return text.notEntered;
  return annexCount > 0 ? text.entered : text.totalsOnly;
}

type Commands = {
  onClose: (row: YearRow) => void;
  /** The question before it is on the screen. */
  onAsk: () => void;
};

/** Nothing is asked that could only be refused. */
function CloseButton({ row, onClose, onAsk }: Commands & { row: YearRow }) {
  const name = fiscalYearName(row.year);
  const close = () => onClose(row);
  if (row.undecidedCount > 0) return <Button onClick={close}>{text.closeYear(name)}</Button>;
  return (
    <ConfirmedButton label={text.closeYear(name)} title={text.closeTitle(name)} onOpen={onAsk} onConfirm={close}>
      {row.blankAnnexCount > 0 && <p className="mb-2 font-bold">{text.closeWithBlank}</p>}
      <p>{text.closeBody}</p>
    </ConfirmedButton>
  );
}

export function YearTable({ years, ...commands }: Commands & { years: readonly YearRow[] }) {
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
            <td className="nowrap">{annexState(row)}</td>
            <td>{row.isOpen && <CloseButton row={row} {...commands} />}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
