'use client';

import { useRef } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { useAction } from '@/components/form/use-action';
import { ConfirmedButton } from '@/components/ui/dialog';
import { removeEarlierYearAction } from '@/lib/actions/year';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { earlierTotalsText as text } from '@/lib/text/year/earlier-totals';

/** A year that was recorded by mistake is taken out again. */
export function EarlierYears({ years, version }: { years: readonly number[]; version: number }) {
  const said = useRef<HTMLDivElement>(null);
  const { notice, run, clear } = useAction({ refreshes: true, focus: said });
  const remove = (year: number) =>
    run(() => removeEarlierYearAction({ year, version }), { done: text.removed(yearName(year)) });
  return (
    <>
      <CommandNotice notice={notice} ref={said} className="my-4" />
      {years.length > 0 && (
        <details className="mt-6 print:hidden">
          <summary className="link w-fit">
            {text.removeTitle}
            <span aria-hidden="true">▾</span>
          </summary>
          <div className="mt-3 flex flex-wrap gap-3">
            {years.map((year) => (
              <ConfirmedButton
                key={year}
                label={text.remove(yearName(year))}
                title={text.removeQuestion(yearName(year))}
                isDanger
                onOpen={clear}
                onConfirm={() => remove(year)}
              >
                {text.removeBody}
              </ConfirmedButton>
            ))}
          </div>
        </details>
      )}
    </>
  );
}
