import { Button, ButtonLink } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Select, TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import {
  isFilteredSecurity,
  SECURITY_EVENT_KINDS,
  type SecurityEventRow,
  type SecurityFilter,
} from '@/lib/domain/history/security-event';
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
import { uiText } from '@/lib/text/ui';

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

/** A plain form: its answer is an address that can be kept. */
export function SecurityFilters({ filter, people }: SecurityFiltersProps) {
  const choices = [
    { name: 'kind', options: KINDS },
    { name: 'person', options: people },
  ] as const;
  return (
    <search className="print:hidden">
      <form
        method="get"
        autoComplete="off"
        action={paths.security}
        aria-label={text.filters}
        className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {choices.map(({ name, options }) => (
          <Field key={name} id={name} label={text[name]} compact>
            {(control) => (
              <Select
                {...control}
                name={name}
                emptyLabel={text.all}
                options={options}
                defaultValue={filter[name] ?? ''}
              />
            )}
          </Field>
        ))}
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} id={name} label={text[name]} compact>
            {(control) => <TextInput {...control} name={name} type="date" defaultValue={filter[name] ?? ''} />}
          </Field>
        ))}
        <Button type="submit">{text.apply}</Button>
        {isFilteredSecurity(filter) && (
          <a href={paths.security} className="link py-1.5">
            {text.clear}
          </a>
        )}
      </form>
    </search>
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
