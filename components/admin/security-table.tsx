import { ButtonLink } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { Choice } from '@/lib/domain/choice';
import { SECURITY_EVENT_KINDS, type SecurityEventRow, type SecurityFilter } from '@/lib/domain/history/security-event';
import { paths } from '@/lib/routes';
import { formatEraDateTime } from '@/lib/text/format';
import { auditText } from '@/lib/text/history/audit';
import {
  kindText,
  personText,
  securityDetailText,
  securityKindText,
  securityText,
  securityText as text,
} from '@/lib/text/history/security';
import { filterText, uiText } from '@/lib/text/ui';
import { FilterForm } from './filter-form';

type AuditPagingProps = {
  /** Where the newest records are; null on that page itself. */
  newestHref: string | null;
  /** null when there are no older ones. */
  olderHref: string | null;
};

export function AuditPaging({ newestHref, olderHref }: AuditPagingProps) {
  if (!newestHref && !olderHref) return null;
  return (
    <nav aria-label={uiText.pagination} className="print:hidden my-4 flex flex-wrap items-center gap-4">
      {newestHref && <ButtonLink href={newestHref}>{auditText.newest}</ButtonLink>}
      {olderHref && (
        <ButtonLink href={olderHref} rel="next">
          {auditText.older}
        </ButtonLink>
      )}
    </nav>
  );
}

const KINDS: readonly Choice[] = SECURITY_EVENT_KINDS.map((kind) => ({ id: kind, name: securityKindText[kind] }));

type SecurityFiltersProps = { filter: SecurityFilter; people: readonly Choice[] };

export function SecurityFilters({ filter, people }: SecurityFiltersProps) {
  return (
    <FilterForm
      action={paths.security}
      label={text.filters}
      fields={[
        { name: 'kind', label: text.kind, options: KINDS },
        { name: 'person', label: text.person, options: people },
        { name: 'from', label: filterText.from, type: 'date' },
        { name: 'to', label: filterText.to, type: 'date' },
      ]}
      values={filter}
    />
  );
}

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
