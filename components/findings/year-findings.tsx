import { Button } from '@/components/ui/button';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { RULE_NAMES } from '@/lib/domain/findings/rules';
import { type FindingFilter, SEVERITIES, type YearFinding } from '@/lib/domain/findings/year-findings';
import { findingsHref } from '@/lib/list-routes';
import { entryPaths, yearPaths } from '@/lib/routes';
import {
  findingMessage,
  findingPlaceText,
  findingsText,
  framePlaceText,
  ruleText,
  saidText,
  severityText,
  yearFindingsText as text,
} from '@/lib/text/findings/findings';
import { findingKey, SeverityLabel } from './finding-list';

type FiltersProps = { year: number; filter: FindingFilter; departments: readonly Choice[] };

/** A plain form: its answer is an address that can be kept and shared. */
export function FindingFilters({ year, filter, departments }: FiltersProps) {
  const choices = {
    department: departments,
    severity: SEVERITIES.map((id) => ({ id, name: severityText[id] })),
    rule: RULE_NAMES.map((id) => ({ id, name: ruleText[id].name })),
  };
  return (
    <search className="print:hidden">
      <form
        method="get"
        autoComplete="off"
        action={findingsHref(year)}
        aria-label={text.filters}
        className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {(['department', 'severity', 'rule'] as const).map((name) => (
          <Field key={name} id={name} label={text[name]} compact>
            {(control) => (
              <Select
                {...control}
                name={name}
                emptyLabel={text.all}
                options={choices[name]}
                defaultValue={filter[name] ?? ''}
              />
            )}
          </Field>
        ))}
        <Button type="submit" worksAlone>
          {text.apply}
        </Button>
        {Object.values(filter).some((value) => value !== null) && (
          <a href={findingsHref(year)} className="link py-1.5">
            {text.clear}
          </a>
        )}
      </form>
    </search>
  );
}

const COLUMNS = ['severity', 'entry', 'department', 'place', 'message', 'said'] as const;

function Row({ year, found, canEdit }: { year: number; found: YearFinding; canEdit: boolean }) {
  const { finding, entry, categoryName, said } = found;
  const settings = canEdit ? yearPaths(year).settings : null;
  const href = entry ? entryPaths(year, entry.id).entry : settings;
  const name = entry?.name ?? text.frame;
  return (
    <tr>
      <td className="nowrap">
        <SeverityLabel finding={finding} said={said} />
      </td>
      <th scope="row">
        {href ? (
          <a href={href} className="link">
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      <td className="meta">{entry?.departmentName}</td>
      <td className="meta">{entry ? findingPlaceText[finding.place] : framePlaceText(finding.place, categoryName)}</td>
      <td>
        {findingMessage(finding)}
        {finding.span && finding.expected !== null && ` ${findingsText.expected(finding.expected)}`}
      </td>
      <td className="meta">{said && saidText(said)}</td>
    </tr>
  );
}

type TableProps = { year: number; found: readonly YearFinding[]; canEdit: boolean };

export function YearFindingsTable({ year, found, canEdit }: TableProps) {
  return (
    <DataTable caption={text.list} stickyHead>
      <ColumnHeads columns={COLUMNS} labels={text} />
      <tbody>
        {found.map((one) => (
          <Row
            key={`${one.entry?.id ?? one.categoryName} ${findingKey(one.finding)}`}
            year={year}
            found={one}
            canEdit={canEdit}
          />
        ))}
      </tbody>
    </DataTable>
  );
}
