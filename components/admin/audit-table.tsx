import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { Choice } from '@/lib/domain/choice';
import {
  AUDIT_SUBJECTS,
  type AuditFilter,
  type AuditRow,
  type AuditChange as Change,
} from '@/lib/domain/history/audit';
import { paths } from '@/lib/routes';
import { formatEraDateTime } from '@/lib/text/format';
import {
  auditActorText,
  auditFieldText,
  auditOperationText,
  auditText,
  auditValueText,
} from '@/lib/text/history/audit';
import { auditFilterText, auditSubjectText } from '@/lib/text/history/audit-filter';
import { filterText } from '@/lib/text/ui';
import { FilterForm } from './filter-form';

/** Beyond this a text is unfolded where it is asked for: a row stays a row. */
const SHORT = 60;

const aloud = (text: string) => <span className="sr-only select-none">{text}：</span>;

function LongChange({ sides }: { sides: readonly { label: string | null; value: string }[] }) {
  return (
    <details>
      <summary className="link inline-block py-1">
        {sides.length > 1 ? auditText.showChange : auditText.showText}
        <span aria-hidden="true">▾</span>
      </summary>
      {sides.map(({ label, value }) => (
        <div key={label} className="max-w-[46rem] py-1">
          {label && <p className="text-dns-14B-130">{label}</p>}
          <p className="whitespace-pre-line">{value}</p>
        </div>
      ))}
    </details>
  );
}

type Side = AuditRow['side'];

type AuditChangeProps = { subject: string; side: Side; change: Change };

function Values({ subject, side, change }: AuditChangeProps) {
  const text = (value: string | null) => auditValueText(subject, change.field, value);
  const [before, after] = [text(change.before), text(change.after)];
  const isLong = [before, after].some((value) => value.length > SHORT || value.includes('\n'));
  if (side !== 'both') {
    const value = side === 'before' ? before : after;
    return isLong ? <LongChange sides={[{ label: null, value }]} /> : value;
  }
  if (isLong) {
    const sides = [
      { label: auditText.from, value: before },
      { label: auditText.to, value: after },
    ];
    return <LongChange sides={sides} />;
  }
  return (
    <>
      {aloud(auditText.from)}
      {before}
      <span aria-hidden="true"> → </span>
      {aloud(auditText.to)}
      {after}
    </>
  );
}

export function AuditChange({ subject, side, change }: AuditChangeProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 py-0.5">
      <dt className="text-dns-14B-130">{auditFieldText(subject, change.field)}</dt>
      <dd className="min-w-0">
        <Values subject={subject} side={side} change={change} />
      </dd>
    </div>
  );
}

const KINDS: readonly Choice[] = AUDIT_SUBJECTS.map((subject) => ({ id: subject, name: auditSubjectText[subject] }));

export function AuditFilters({ filter }: { filter: AuditFilter }) {
  return (
    <FilterForm
      action={paths.audit}
      label={auditFilterText.filters}
      fields={[
        { name: 'q', label: auditFilterText.keyword, type: 'search' },
        { name: 'subject', label: auditFilterText.kind, options: KINDS },
        { name: 'from', label: filterText.from, type: 'date' },
        { name: 'to', label: filterText.to, type: 'date' },
      ]}
      values={filter}
    />
  );
}

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
