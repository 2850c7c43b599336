'use client';

import { useRef } from 'react';
import { closeYearAction, openYearAction } from '@/lib/actions/years';
import { entryListHref } from '@/lib/domain/entry-list';
import { fiscalYearName } from '@/lib/domain/fiscal-year';
import type { YearList, YearRow } from '@/lib/domain/year-settings';
import { errorText } from '@/lib/text/errors';
import { yearsText as text } from '@/lib/text/year-settings';
import { CommandNotice } from './command-notice';
import { ConfirmedButton } from './confirmed-button';
import { FirstYear } from './first-year';
import { useCommand } from './use-command';
import { YearTable } from './year-table';

/** The ward's years; the next one is opened and an open one is closed here. */
export function Years({ years, nextYear }: YearList) {
  const said = useRef<HTMLDivElement>(null);
  const { notice, run, tell } = useCommand(said);
  const newest = years[0];

  const open = (year: number) => run(() => openYearAction({ year }), text.opened(fiscalYearName(year)));

  const close = ({ year, version, undecidedCount }: YearRow) => {
    if (undecidedCount === 0)
      return run(() => closeYearAction({ year, version }), text.closedDone(fiscalYearName(year)));
    const link = { href: entryListHref(year, { status: 'undecided' }), label: text.showUndecided(undecidedCount) };
    tell({ kind: 'error', text: errorText.entries_undecided, link });
    return said.current?.focus();
  };

  return (
    <>
      <CommandNotice notice={notice} ref={said} />
      {nextYear !== null && !newest && <FirstYear year={nextYear} onOpen={() => open(nextYear)} />}
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
      {newest && <YearTable years={years} onClose={close} />}
    </>
  );
}
