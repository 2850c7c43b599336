'use client';

import { useRef } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { useAction } from '@/components/form/use-action';
import { PageHeader } from '@/components/shell/page-header';
import { ConfirmedButton } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/notification-banner';
import { openYearAction } from '@/lib/actions/year';
import { succeed } from '@/lib/domain/result';
import { yearName } from '@/lib/domain/year/fiscal-year';
import type { YearList, YearRow } from '@/lib/domain/year/year-settings';
import { paths } from '@/lib/routes';
import { earlierTotalsText } from '@/lib/text/year/earlier-totals';
import { firstYearText, yearsText as text, yearsText } from '@/lib/text/year/year-settings';
import { YearTable } from './year-table';

/** A ward that has no year yet begins with the one whose budget is being drafted. */
export function FirstYear({ year, onOpen }: { year: number; onOpen: () => void }) {
  const name = yearName(year);
  return (
    <EmptyState message={firstYearText.empty}>
      <ConfirmedButton label={yearsText.openNext(name)} title={yearsText.openTitle(name)} onConfirm={onOpen}>
        {firstYearText.body}
      </ConfirmedButton>
    </EmptyState>
  );
}

/** The ward's years; the next one is opened here. */
export function Years({ years, nextYear }: YearList) {
  const said = useRef<HTMLDivElement>(null);
  const { notice, run, clear } = useAction({ refreshes: true, focus: said });
  const newest = years[0];

  const open = (year: number) =>
    run(() => openYearAction({ year }), {
      done: ({ notCopied }) => text.opened(yearName(year), notCopied),
    });

  const sayReopened = ({ year }: YearRow) => run(async () => succeed(year), { done: text.reopenDone(yearName(year)) });

  return (
    <>
      <PageHeader
        title={text.title}
        actions={
          <>
            <a href={paths.earlierTotals} className="link self-center">
              {earlierTotalsText.title}
            </a>
            {nextYear !== null && newest && (
              <ConfirmedButton
                label={text.openNext(yearName(nextYear))}
                title={text.openTitle(yearName(nextYear))}
                onOpen={clear}
                onConfirm={() => open(nextYear)}
              >
                {text.openBody(yearName(newest.year))}
              </ConfirmedButton>
            )}
          </>
        }
      />
      <CommandNotice notice={notice} ref={said} />
      {nextYear !== null && !newest && <FirstYear year={nextYear} onOpen={() => open(nextYear)} />}
      {newest && <YearTable years={years} onReopened={sayReopened} onAsk={clear} />}
    </>
  );
}
