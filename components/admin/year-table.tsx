'use client';

import { DataTable } from '@/components/ui/data-table';
import { closeYearAction, openYearAction } from '@/lib/actions/years';
import { fiscalYearName } from '@/lib/domain/fiscal-year';
import type { YearList, YearRow } from '@/lib/domain/year-settings';
import { yearsText as text } from '@/lib/text/year-settings';
import { CommandNotice } from './command-notice';
import { ConfirmedButton } from './confirmed-button';
import { useCommand } from './use-command';

const COLUMNS = ['year', 'state', 'entries', 'undecided', 'blankAnnex', 'operations'] as const;
const NUMERIC: readonly string[] = ['entries', 'undecided'];

/** The ward's years; the next one is opened and an open one is closed here. */
export function YearTable({ years, nextYear }: YearList) {
  const { notice, run } = useCommand();
  const newest = years[0];

  const open = (year: number) => run(() => openYearAction({ year }), text.opened(fiscalYearName(year)));
  const close = ({ year, version }: YearRow) =>
    run(() => closeYearAction({ year, version }), text.closedDone(fiscalYearName(year)));

  return (
    <>
      <CommandNotice notice={notice} />
      {nextYear !== null && newest && (
        <div className="mb-4">
          <ConfirmedButton
            label={text.openNext(fiscalYearName(nextYear))}
            title={text.openTitle(fiscalYearName(nextYear))}
            onConfirm={() => open(nextYear)}
          >
            {text.openBody(fiscalYearName(newest.year))}
          </ConfirmedButton>
        </div>
      )}
      <DataTable caption={text.list}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={NUMERIC.includes(column) ? 'num' : undefined}>
                {text[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((row) => (
            <tr key={row.year}>
              <th scope="row" className="nowrap">
                <a href={`/admin/years/${row.year}`} className="link">
                  {fiscalYearName(row.year)}
                </a>
              </th>
              <td className="nowrap">{row.isOpen ? text.open : text.closed}</td>
              <td className="num">{text.count(row.entryCount)}</td>
              <td className="num">{text.count(row.undecidedCount)}</td>
              <td className="nowrap">{row.isOpen && row.blankAnnexCount > 0 ? text.notEntered : text.entered}</td>
              <td>
                {row.isOpen && (
                  <ConfirmedButton
                    label={text.closeYear(fiscalYearName(row.year))}
                    title={text.closeTitle(fiscalYearName(row.year))}
                    onConfirm={() => close(row)}
                  >
                    {text.closeBody}
                    {row.blankAnnexCount > 0 && text.closeWithBlank}
                  </ConfirmedButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
