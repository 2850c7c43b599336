import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { EntryListRow } from '@/lib/domain/entry-list';
import { entryPaths } from '@/lib/domain/paths';
import { approvalsText } from '@/lib/text/approvals';
import { lastYearMarkText } from '@/lib/text/entry-list';
import { formatEraDateTime } from '@/lib/text/format';
import { uiText } from '@/lib/text/ui';
import { undecidableText } from '@/lib/text/undecidable';

type ApprovalTableProps = { caption: string; year: number; rows: readonly EntryListRow[] };

const FIGURES = ['amount', 'lastYear', 'difference'] as const;

export function ApprovalTable({ caption, year, rows }: ApprovalTableProps) {
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{approvalsText.entry}</th>
          <th scope="col">{approvalsText.department}</th>
          {FIGURES.map((column) => (
            <th key={column} scope="col" className="num">
              {approvalsText[column]}
              <span className="unit">{uiText.thousandYen}</span>
            </th>
          ))}
          <th scope="col">{approvalsText.updated}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={entryPaths(year, row.id).approval} className="link">
                {row.name}
              </a>
              {row.isUndecidable && (
                <span className="block text-dns-14B-130 text-orange-900">{undecidableText.mark}</span>
              )}
            </th>
            <td>{row.departmentName}</td>
            <td className="num">
              <Amount value={row.amount} blank="notEntered" />
            </td>
            <td className="num">
              {row.lastYearMark ? lastYearMarkText[row.lastYearMark] : <Amount value={row.lastYearAmount} />}
            </td>
            <td className="num">
              <Amount value={row.difference} />
            </td>
            <td className="meta">
              {formatEraDateTime(row.updatedAt)} {row.updatedBy}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
