import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { YearRow } from '@/lib/domain/year-settings';
import { yearsText as text } from '@/lib/text/year-settings';
import { type YearCommands, YearTableRow } from './year-table-row';

const COLUMNS = ['year', 'state', 'entries', 'undecided', 'blankAnnex', 'operations'] as const;
const NUMERIC = ['entries', 'undecided'] as const;

export function YearTable({ years, ...commands }: YearCommands & { years: readonly YearRow[] }) {
  return (
    <DataTable caption={text.list}>
      <ColumnHeads columns={COLUMNS} labels={text} numeric={NUMERIC} />
      <tbody>
        {years.map((row) => (
          <YearTableRow key={row.year} row={row} columnCount={COLUMNS.length} {...commands} />
        ))}
      </tbody>
    </DataTable>
  );
}
