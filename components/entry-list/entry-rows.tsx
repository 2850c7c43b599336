'use client';

import { statusLook } from '@/components/ui/status-look';
import { formatAmount } from '@/lib/domain/amount';
import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { entryPaths } from '@/lib/domain/paths';
import { entryListText } from '@/lib/text/entry-list';
import { statusText } from '@/lib/text/terms';
import { undecidableText } from '@/lib/text/undecidable';

export type EntryCells = [
  id: string,
  number: string | null,
  name: string,
  department: string,
  status: EntryStatus,
  amount: number | null,
  lastYear: number | null,
  difference: number | null,
  updated: string,
  isUndecidable: boolean,
];

const figure = (amount: number | null, blank: string): string => (amount === null ? blank : formatAmount(amount));

/**
 * All rows as one component: it takes bare values, so that the page carries each value once more and not each element.
 * A row has no element beyond its cells but the link.
 */
export function EntryRows({ year, rows }: { year: number; rows: readonly EntryCells[] }) {
  return (
    <tbody>
      {rows.map(([id, number, name, department, status, amount, lastYear, difference, updated, isUndecidable]) => (
        <tr key={id}>
          <td>{number ?? entryListText.notKnown}</td>
          <td>
            <a href={entryPaths(year, id).entry} className="link">
              {name}
            </a>
          </td>
          <td>{department}</td>
          <td className={`status-cell ${statusLook[status]}`}>
            {statusText[status]}
            {isUndecidable && <span className="undecidable">{undecidableText.mark}</span>}
          </td>
          <td>{figure(amount, entryListText.notEntered)}</td>
          <td>{figure(lastYear, entryListText.notKnown)}</td>
          <td>{figure(difference, entryListText.notKnown)}</td>
          <td>{updated}</td>
        </tr>
      ))}
    </tbody>
  );
}
