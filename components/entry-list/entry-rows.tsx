'use client';

import { statusLook } from '@/components/ui/status-look';
import { formatAmount } from '@/lib/domain/amount';
import type { CarriedReason, EntryListRow } from '@/lib/domain/entry-list';
import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { entryPaths } from '@/lib/domain/paths';
import { carriedText, entryListText, lastYearMarkText } from '@/lib/text/entry-list';
import { statusText } from '@/lib/text/terms';
import { undecidableText } from '@/lib/text/undecidable';

export type EntryCells = [
  id: string,
  /** Of the entry. */
  year: number,
  carried: CarriedReason | null,
  number: string | null,
  name: string,
  department: string,
  status: EntryStatus,
  amount: number | null,
  lastYear: number | null,
  lastYearMark: EntryListRow['lastYearMark'],
  difference: number | null,
  updated: string,
  isUndecidable: boolean,
];

const figure = (amount: number | null, blank: string): string => (amount === null ? blank : formatAmount(amount));

/**
 * All rows as one component: it takes bare values, so that the page carries each value once more and not each element.
 * A row has no element beyond its cells but the link.
 */
export function EntryRows({ rows }: { rows: readonly EntryCells[] }) {
  return (
    <tbody>
      {rows.map(
        ([
          id,
          year,
          carried,
          number,
          name,
          department,
          status,
          amount,
          lastYear,
          mark,
          difference,
          updated,
          isUndecidable,
        ]) => (
          <tr key={`${carried}${id}`}>
            <td>{number ?? entryListText.notKnown}</td>
            <td>
              <a href={entryPaths(year, id).entry} className="link">
                {name}
              </a>
            </td>
            <td>{department}</td>
            <td className={carried ? undefined : `status-cell ${statusLook[status]}`}>
              {carried ? carriedText[carried] : statusText[status]}
              {isUndecidable && <span className="undecidable">{undecidableText.mark}</span>}
            </td>
            <td>{carried ? entryListText.notKnown : figure(amount, entryListText.notEntered)}</td>
            <td>{mark ? lastYearMarkText[mark] : figure(lastYear, entryListText.notKnown)}</td>
            <td>{figure(difference, entryListText.notKnown)}</td>
            <td>{updated}</td>
          </tr>
        ),
      )}
    </tbody>
  );
}
