'use client';

import { MarkBox } from '@/components/marked/mark-box';
import { formatAmount } from '@/lib/domain/amount';
import type { EntryListRow } from '@/lib/domain/entry/entry-list';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { Mark } from '@/lib/domain/marked/marking';
import { entryPaths } from '@/lib/routes';
import { statusText } from '@/lib/text/entry/entry-status';
import { carriedText, lastYearMarkText, rowText, shortDate } from '@/lib/text/entry/list-row';
import { markText } from '@/lib/text/marked/mark-box';

/** What not every row has: a row of last year's money alone, a mark beside a cell, or a box to mark it with. */
export type Exception = Partial<Pick<EntryListRow, 'carried' | 'lastYearMark' | 'isUndecidable' | 'isPriority'>> & {
  /** Of the entry, where it isn't the list's. */
  year?: number;
  /** Where the reader can do something with it. */
  mark?: Mark;
};

export type EntryCells = [
  id: string,
  number: string | null,
  name: string,
  /** Its 課, or its 区分 where the list is of one 課. */
  kind: string,
  status: EntryStatus,
  amount: number | null,
  lastYear: number | null,
  difference: number | null,
  updated: string,
];

export type EntryRow = EntryCells | [...EntryCells, Exception];

const figure = (amount: number | null, blank: string): string => (amount === null ? blank : formatAmount(amount));

/**
 * All rows as one component: it takes bare values, so that the page carries each value once more and not each element.
 * A row has no element beyond its cells but the link, and what not every row has.
 */
export function EntryRows({ year, rows }: { year: number; rows: readonly EntryRow[] }) {
  return (
    <tbody>
      {rows.map(([id, number, name, kind, status, amount, lastYear, difference, updated, exception]) => {
        const { carried, lastYearMark, isUndecidable, isPriority, year: ofEntry = year, mark } = exception ?? {};
        return (
          <tr key={`${carried}${id}`}>
            <td>
              {mark ? (
                <MarkBox id={id} label={number === null ? markText(name) : undefined}>
                  {number ?? rowText.notKnown}
                </MarkBox>
              ) : (
                (number ?? rowText.notKnown)
              )}
            </td>
            <td>
              <a href={entryPaths(ofEntry, id).entry} className="link">
                {name}
              </a>
              {isPriority && <span className="priority">{rowText.priority}</span>}
            </td>
            <td>{kind}</td>
            <td className={carried ? undefined : `status-cell status-${status}`}>
              {carried ? carriedText[carried] : statusText[status]}
              {isUndecidable && <span className="undecidable">{rowText.undecidable}</span>}
            </td>
            <td>{carried ? rowText.notKnown : figure(amount, rowText.notEntered)}</td>
            <td>{lastYearMark ? lastYearMarkText[lastYearMark] : figure(lastYear, rowText.notKnown)}</td>
            <td>{figure(difference, rowText.notKnown)}</td>
            <td title={updated}>{shortDate(updated)}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
