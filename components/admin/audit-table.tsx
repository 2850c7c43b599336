import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { AuditRow } from '@/lib/domain/audit';
import { auditActorText, auditOperationText, auditText } from '@/lib/text/audit';
import { formatEraDateTime } from '@/lib/text/format';
import { AuditChange } from './audit-change';

const COLUMNS = ['at', 'actor', 'operation', 'subject', 'changes', 'address'] as const;

/** An IPv6 address in full breaks rather than widening the table. */
const isLong = (address: string | null): boolean => (address ?? '').length > '255.255.255.255'.length;

function Changes({ row }: { row: AuditRow }) {
  if (row.changes.length === 0) return auditText.none;
  return (
    <dl>
      {row.changes.map((change) => (
        <AuditChange key={change.field} subject={row.subject} side={row.side} change={change} />
      ))}
    </dl>
  );
}

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  return (
    <DataTable caption={auditText.list} stickyHead>
      <ColumnHeads columns={COLUMNS} labels={auditText} />
      <tbody className="[&_td]:py-2 [&_td]:align-baseline">
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="meta">
              <time dateTime={row.at.toISOString()}>{formatEraDateTime(row.at)}</time>
            </td>
            <td className="min-w-48">{auditActorText(row.actorName, row.actorRole)}</td>
            <td className="nowrap">{auditOperationText(row.operation)}</td>
            <td className="min-w-36">{row.subjectName ?? auditText.none}</td>
            <td className="text">
              <Changes row={row} />
            </td>
            <td className={isLong(row.address) ? undefined : 'meta'}>{row.address ?? auditText.none}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
