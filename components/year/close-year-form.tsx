'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { leaveFor } from '@/components/form/call-action';
import { HydratedForm } from '@/components/form/hydrated-form';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import { closeYearAction } from '@/lib/actions/year';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { isBlocking, type OpenPoint, type OpenPointGroup, openPointGroups } from '@/lib/domain/year/open-points';
import { openPointHref } from '@/lib/list-routes';
import { paths, yearPaths } from '@/lib/routes';
import { openPointEffect, openPointText, openPointTitle, closeYearText as text } from '@/lib/text/year/open-points';
import { yearSettingsText, yearsText } from '@/lib/text/year/year-settings';

type PointGroupProps = {
  year: number;
  group: OpenPointGroup;
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
};

/** What is of one kind: each where it is mended, and the confirmation that it stays as it is. */
function PointGroup({ year, group: { kind, points }, isConfirmed, onConfirm }: PointGroupProps) {
  const title = openPointTitle[kind];
  const mustBeMended = points.some(isBlocking);
  return (
    <section aria-labelledby={`title-${kind}`} className="border-t border-solid-gray-420 py-4">
      <h2 id={`title-${kind}`} tabIndex={-1} className="text-std-18B-160">
        {title} {text.count(points.length)}
      </h2>
      <p>{openPointEffect[kind]}</p>
      <ul className="-mx-1 my-2 grid max-h-72 gap-1 overflow-y-auto p-1">
        {points.map((point) => (
          <li key={point.id}>
            <a href={openPointHref(year, point)} className="link">
              {openPointText(point)}
            </a>
          </li>
        ))}
      </ul>
      {mustBeMended ? (
        <p className="font-bold">{text.toMend}</p>
      ) : (
        <Checkbox
          id={`confirm-${kind}`}
          label={text.confirm(title, points.length)}
          checked={isConfirmed}
          onChange={({ currentTarget }) => onConfirm(currentTarget.checked)}
        />
      )}
    </section>
  );
}

type CloseYearFormProps = { year: number; version: number; points: readonly OpenPoint[] };

/** A confirmation is of what stood there: it goes when that changes. */
const factsOf = ({ points }: OpenPointGroup): string => JSON.stringify(points);

export function CloseYearForm({ year, version, points }: CloseYearFormProps) {
  const { notice, run, clear } = useAction({ refreshes: true });
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [submission, setSubmission] = useState(0);
  const groups = openPointGroups(points);
  const isConfirmed = (group: OpenPointGroup) => confirmed.includes(factsOf(group));
  const open = groups.filter((group) => group.points.some(isBlocking) || !isConfirmed(group));
  const errors = open.map(({ kind, points: of }) =>
    of.some(isBlocking)
      ? { fieldId: `title-${kind}`, message: text.mendFirst(openPointTitle[kind]) }
      : { fieldId: `confirm-${kind}`, message: text.confirmFirst(openPointTitle[kind]) },
  );
  const close = () => {
    if (open.length > 0) {
      clear();
      setSubmission((count) => count + 1);
      return;
    }
    const seen = points.map(({ kind, id, value }) => ({ kind, id, value }));
    void run(async () => {
      const answer = await closeYearAction({ year, version, confirmed: seen });
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
      {submission > 0 && <ErrorSummary errors={errors} submission={submission} />}
      <p className="mb-4">{text.lead}</p>
      {groups.length === 0 ? <p className="mb-4">{text.none}</p> : <p className="mb-4">{text.toConfirm}</p>}
      {groups.map((group) => (
        <PointGroup
          key={group.kind}
          year={year}
          group={group}
          isConfirmed={isConfirmed(group)}
          onConfirm={(is) =>
            setConfirmed((all) => [...all.filter((of) => of !== factsOf(group)), ...(is ? [factsOf(group)] : [])])
          }
        />
      ))}
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
