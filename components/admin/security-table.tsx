import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { SecurityEventRow } from '@/lib/domain/security-event';
import { formatEraDateTime } from '@/lib/text/format';
import { kindText, personText, securityDetailText, securityText } from '@/lib/text/security';

const COLUMNS = ['at', 'kind', 'person', 'detail', 'actor', 'address'] as const;

export function SecurityTable({ rows }: { rows: readonly SecurityEventRow[] }) {
  return (
    <DataTable caption={securityText.list} stickyHead>
      <ColumnHeads columns={COLUMNS} labels={securityText} />
      <tbody className="[&_td]:py-2 [&_td]:align-baseline">
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="meta">
              <time dateTime={row.at.toISOString()}>{formatEraDateTime(row.at)}</time>
            </td>
            <td className="nowrap">{kindText(row.kind)}</td>
            <td className="min-w-36">{personText(row)}</td>
            <td className="text">{securityDetailText(row)}</td>
            <td className="min-w-24">{row.actorName ?? securityText.none}</td>
            <td>{row.address ?? securityText.none}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
