'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { openYearAction } from '@/lib/actions/years';
import { fiscalYearName } from '@/lib/domain/fiscal-year';
import { firstYearText as text } from '@/lib/text/first-year';
import { CommandNotice } from './command-notice';
import { ConfirmedButton } from './confirmed-button';
import { useCommand } from './use-command';

/** A ward that has no year yet begins with the one whose budget is being drafted. */
export function FirstYear({ year }: { year: number }) {
  const { notice, run } = useCommand();
  const name = fiscalYearName(year);
  return (
    <>
      <CommandNotice notice={notice} />
      <EmptyState message={text.empty}>
        <ConfirmedButton
          label={text.open(name)}
          title={text.title(name)}
          onConfirm={() => run(() => openYearAction({ year }), text.opened(name))}
        >
          {text.body}
        </ConfirmedButton>
      </EmptyState>
    </>
  );
}
