import { Amount } from '@/components/entry/amount';
import { ToMend } from '@/components/entry/entry-banners';
import { MarkAllBox, MarkBox } from '@/components/marked/mark-box';
import { DataTable } from '@/components/ui/data-table';
import type { EntryListRow } from '@/lib/domain/entry/entry-list';
import type { ReturnedEntry } from '@/lib/domain/entry/entry-view';
import { entryPaths } from '@/lib/routes';
import { approvalsText, warningsText } from '@/lib/text/entry/approvals';
import { lastStep } from '@/lib/text/entry/entry-list';
import { lastYearMarkText } from '@/lib/text/entry/list-row';
import { undecidableText } from '@/lib/text/entry/undecidable';
import { formatEraDateTime } from '@/lib/text/format';
import { markText } from '@/lib/text/marked/mark-box';
import { expectedText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';

type ApprovalTableProps = {
  caption: string;
  year: number;
  rows: readonly EntryListRow[];
  lastIsOpen: boolean;
  /** When and by whom they were submitted. */
  submissions: ReadonlyMap<string, { at: Date; by: string | null }>;
  /** How many warnings stand against each, of those that can be marked; null: none of them can be. */
  warnings?: ReadonlyMap<string, number> | null;
  /** What follows the address of each. */
  query?: string;
};

const FIGURES = ['amount', 'lastYear', 'difference'] as const;

export function ApprovalTable(props: ApprovalTableProps) {
  const { caption, year, rows, submissions, lastIsOpen, warnings = null, query = '' } = props;
  const submission = ({ id, updatedAt, updatedBy }: EntryListRow) => {
    const { at, by } = submissions.get(id) ?? { at: updatedAt, by: updatedBy };
    return lastStep(at, by);
  };
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          {warnings && (
            <th scope="col">
              <MarkAllBox />
            </th>
          )}
          <th scope="col">{approvalsText.entry}</th>
          <th scope="col">{approvalsText.department}</th>
          {FIGURES.map((column) => (
            <th key={column} scope="col" className="num">
              {column === 'lastYear' && lastIsOpen ? expectedText(approvalsText[column]) : approvalsText[column]}
              <span className="unit">{uiText.thousandYen}</span>
            </th>
          ))}
          {warnings && <th scope="col">{approvalsText.warnings}</th>}
          <th scope="col">{approvalsText.submitted}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {warnings && (
              <td className="nowrap">{warnings.has(row.id) && <MarkBox id={row.id} label={markText(row.name)} />}</td>
            )}
            <th scope="row">
              <a href={`${entryPaths(year, row.id).approval}${query}`} className="link">
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
            {warnings && <td className="nowrap">{warningsText(warnings.get(row.id) ?? 0)}</td>}
            <td className="meta">{submission(row)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type ReturnedListProps = { year: number; entries: readonly ReturnedEntry[] };

/** What the reader sent back, with their reasons, until the 課 submits it again. */
export function ReturnedList({ year, entries }: ReturnedListProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="returned" className="mt-8">
      <h2 id="returned" className="mb-2 text-std-18B-160">
        {approvalsText.returned}
      </h2>
      <ul className="border-t border-solid-gray-420">
        {entries.map(({ id, name, departmentName, reason, toMend, at }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-solid-gray-420 px-2 py-1.5"
          >
            <a href={entryPaths(year, id).approval} className="link">
              {name}
            </a>
            <span className="text-dns-14N-130">
              {departmentName}　{formatEraDateTime(new Date(at))}
            </span>
            <div className="w-full">
              <ToMend fields={toMend} />
              <p className="whitespace-pre-line">{reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
