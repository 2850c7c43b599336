'use client';

import { CommandNotice } from '@/components/admin/command-notice';
import { leaveFor } from '@/components/form/call-action';
import { HydratedForm } from '@/components/form/hydrated-form';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { closeYearAction } from '@/lib/actions/year';
import { yearName } from '@/lib/domain/year/fiscal-year';
import type { OpenPoint } from '@/lib/domain/year/open-points';
import { paths, yearPaths } from '@/lib/routes';
import { closeYearText as text } from '@/lib/text/year/open-points';
import { yearSettingsText, yearsText } from '@/lib/text/year/year-settings';
import { ConfirmationErrors, OpenPointGroups, useConfirmation } from './open-point-groups';

type CloseYearFormProps = { year: number; version: number; points: readonly OpenPoint[] };

export function CloseYearForm({ year, version, points }: CloseYearFormProps) {
  const { notice, run, clear } = useAction({ refreshes: true });
  const confirmation = useConfirmation(points);
  const close = () => {
    if (confirmation.isOpen) {
      clear();
      confirmation.refuse();
      return;
    }
    void run(async () => {
      const answer = await closeYearAction({ year, version, confirmed: confirmation.seen });
      return answer?.ok ? leaveFor(yearPaths(year).settings) : answer;
    });
  };
  return (
    <HydratedForm
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
      className="max-w-[46rem]"
    >
      <ConfirmationErrors of={confirmation} text={text} />
      <p className="mb-4">{text.lead}</p>
      <OpenPointGroups year={year} of={confirmation} text={text} />
      <CommandNotice notice={notice} />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="large">
          {yearsText.closeYear(yearName(year))}
        </Button>
        <a href={paths.years} className="link">
          {yearSettingsText.backToYears}
        </a>
      </div>
    </HydratedForm>
  );
}
