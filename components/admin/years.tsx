'use client';

import { useRef } from 'react';
import { useAction } from '@/components/form/use-action';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { PageHeader } from '@/components/ui/page-header';
import { closeYearAction, openYearAction } from '@/lib/actions/years';
import { entryListHref } from '@/lib/domain/entry-list';
import { yearName } from '@/lib/domain/fiscal-year';
import { fail, succeed } from '@/lib/domain/result';
import type { YearList, YearRow } from '@/lib/domain/year-settings';
import { yearsText as text } from '@/lib/text/year-settings';
import { CommandNotice } from './command-notice';
import { FirstYear } from './first-year';
import { YearTable } from './year-table';

/** The ward's years; the next one is opened and an open one is closed here. */
export function Years({ years, nextYear }: YearList) {
  const said = useRef<HTMLDivElement>(null);
  const { notice, run, clear } = useAction({ refreshes: true, focus: said });
  const newest = years[0];

  const open = (year: number) =>
    run(() => openYearAction({ year }), {
      done: ({ notCopied }) => text.opened(yearName(year), notCopied),
    });

  /** What the screen knows to be impossible is neither asked nor sent; the screen is brought up to date all the same. */
  const close = ({ year, version, undecidedCount, over }: YearRow) =>
    run(async () => (undecidedCount > 0 ? fail('entries_undecided') : closeYearAction({ year, version, seen: over })), {
      done: text.closedDone(yearName(year)),
      linkFor: (problem) =>
        problem === 'entries_undecided'
          ? { href: entryListHref(year, { status: 'undecided' }), label: text.showUndecided }
          : undefined,
    });

  const sayReopened = ({ year }: YearRow) => run(async () => succeed(year), { done: text.reopenDone(yearName(year)) });

  return (
    <>
      <PageHeader
        title={text.title}
        actions={
          nextYear !== null &&
          newest && (
            <ConfirmedButton
              label={text.openNext(yearName(nextYear))}
              title={text.openTitle(yearName(nextYear))}
              onOpen={clear}
              onConfirm={() => open(nextYear)}
            >
              {text.openBody(yearName(newest.year))}
            </ConfirmedButton>
          )
        }
      />
      <CommandNotice notice={notice} ref={said} />
      {nextYear !== null && !newest && <FirstYear year={nextYear} onOpen={() => open(nextYear)} />}
      {newest && <YearTable years={years} onClose={close} onReopened={sayReopened} onAsk={clear} />}
    </>
  );
}
