'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/choice-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import {
  confirmedTogether,
  countOf,
  isBlocking,
  type OpenPoint,
  type OpenPointGroup,
  type OpenPointKind,
  openPointGroups,
} from '@/lib/domain/year/open-points';
import { openPointHref } from '@/lib/list-routes';
import {
  type ConfirmationText,
  closeYearText,
  draftEffect,
  openPointEffect,
  openPointText,
  openPointTitle,
} from '@/lib/text/year/open-points';

type PointGroupProps = {
  year: number;
  text: ConfirmationText;
  group: OpenPointGroup;
  isDraft: boolean;
  isConfirmed: (part: OpenPointGroup) => boolean;
  onConfirm: (part: OpenPointGroup, isConfirmed: boolean) => void;
};

const confirmationId = (kind: OpenPointKind, part: number): string => `confirm-${kind}${part || ''}`;
/** A confirmation is of what stood there: it goes when that changes. */
const factsOf = ({ points }: OpenPointGroup): string => JSON.stringify(points);

/** What is of one kind: each where it is mended, and the confirmation that it stays as it is. */
function PointGroup({ year, text, group, isDraft, isConfirmed, onConfirm }: PointGroupProps) {
  const { kind, points } = group;
  const parts = confirmedTogether(group);
  const title = openPointTitle[kind];
  const mustBeMended = points.some((point) => isBlocking(point, isDraft));
  return (
    <section aria-labelledby={`title-${kind}`} className="border-t border-solid-gray-420 py-4">
      <h2 id={`title-${kind}`} tabIndex={-1} className="text-std-18B-160">
        {title} {closeYearText.count(countOf(group))}
      </h2>
      <p>{(isDraft && draftEffect[kind]) || openPointEffect[kind]}</p>
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
        <div className="grid gap-1">
          {parts.map((part, index) => (
            <Checkbox
              key={factsOf(part)}
              id={confirmationId(kind, index)}
              label={
                part === group
                  ? text.confirm(title, countOf(group))
                  : text.confirm(part.points.map(openPointText).join())
              }
              checked={isConfirmed(part)}
              onChange={({ currentTarget }) => onConfirm(part, currentTarget.checked)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/**
 * What stands against closing or publishing a year: `isOpen` while something is neither mended nor confirmed, which `refuse` says.
 * `isDraft`: it becomes nothing final.
 */
export function useConfirmation(points: readonly OpenPoint[], isDraft = false) {
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [submission, setSubmission] = useState(0);
  const groups = openPointGroups(points);
  const isConfirmed = (part: OpenPointGroup) => confirmed.includes(factsOf(part));
  const mustBeMended = ({ points: those }: OpenPointGroup) => those.some((point) => isBlocking(point, isDraft));
  const open = groups.filter((group) => mustBeMended(group) || !confirmedTogether(group).every(isConfirmed));
  return {
    groups,
    open,
    submission,
    isOpen: open.length > 0,
    isDraft,
    isConfirmed,
    mustBeMended,
    refuse: () => setSubmission((count) => count + 1),
    confirm: (group: OpenPointGroup, is: boolean) =>
      setConfirmed((all) => [...all.filter((of) => of !== factsOf(group)), ...(is ? [factsOf(group)] : [])]),
    /** What was shown, as the command takes it. */
    seen: points.map(({ kind, id, value }) => ({ kind, id, value })),
  };
}

export type Confirmation = ReturnType<typeof useConfirmation>;

/** At the top of the form, after it was refused. */
export function ConfirmationErrors({ of, text }: { of: Confirmation; text: ConfirmationText }) {
  if (of.submission === 0) return null;
  const errors = of.open.map((group) => {
    const { kind } = group;
    return of.mustBeMended(group)
      ? { fieldId: `title-${kind}`, message: text.mendFirst(openPointTitle[kind]) }
      : {
          fieldId: confirmationId(
            kind,
            confirmedTogether(group).findIndex((part) => !of.isConfirmed(part)),
          ),
          message: text.confirmFirst(openPointTitle[kind]),
        };
  });
  return <ErrorSummary errors={errors} submission={of.submission} />;
}

export function OpenPointGroups({ year, of, text }: { year: number; of: Confirmation; text: ConfirmationText }) {
  return (
    <>
      <p className="mb-4">{of.groups.length === 0 ? text.none : text.toConfirm}</p>
      {of.groups.map((group) => (
        <PointGroup
          key={group.kind}
          year={year}
          text={text}
          group={group}
          isDraft={of.isDraft}
          isConfirmed={of.isConfirmed}
          onConfirm={of.confirm}
        />
      ))}
    </>
  );
}
