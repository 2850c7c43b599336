'use client';

import { Checkbox } from '@/components/ui/choice-group';
import { ErrorText, Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import { complaintIn } from '@/lib/domain/field-errors';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { type FindingReason, reasonFor } from '@/lib/domain/findings/finding-reasons';
import { reasonInput } from '@/lib/domain/inputs';
import { entryFieldText } from '@/lib/text/entry/entry';
import { fieldErrorMessage } from '@/lib/text/errors';
import { ruleText, findingsText as text } from '@/lib/text/findings/findings';
import { FindingItem, findingKey } from './finding-list';
import { findingTextKey, type KeptFindingReasons } from './kept-finding-reasons';

const LOOKED_ID = 'looked';
const reasonId = (index: number): string => `finding-reason-${index}`;
const labelOf = ({ rule }: EntryFinding): string => text.reasonFor(ruleText[rule].name);

/** What is wrong with the answers, by the control's id. */
export type AnswerErrors = Record<string, string>;
type Answers = { reasons: FindingReason[]; errors: AnswerErrors };

const isLookedAt = (warnings: readonly EntryFinding[], said: readonly FindingReason[]): boolean =>
  warnings.every((finding) => finding.asksReason || reasonFor(finding, said) !== undefined);

/** What the form says of the warnings, as the command takes it. */
export function readAnswers(form: HTMLFormElement, warnings: readonly EntryFinding[]): Answers {
  const given = new FormData(form);
  const errors: AnswerErrors = {};
  const looked = form.elements.namedItem(LOOKED_ID);
  if (looked instanceof HTMLInputElement && !looked.checked) errors[LOOKED_ID] = text.checkFirst;
  const reasons = warnings.map((finding, index) => {
    const { rule, place, flagged } = finding;
    const typed = String(given.get(reasonId(index)) ?? '');
    const wrong = finding.asksReason && complaintIn(reasonInput.safeParse(typed).error);
    if (wrong) errors[reasonId(index)] = fieldErrorMessage(labelOf(finding), wrong);
    return { rule, place, flagged, reason: typed };
  });
  return { reasons, errors };
}

type SubmissionWarningsProps = {
  warnings: readonly EntryFinding[];
  /** From the last submission. */
  said: readonly FindingReason[];
  errors: AnswerErrors;
  kept: KeptFindingReasons;
  hrefOf: (place: string) => string;
};

/** Each warning with a field for the reason where one is asked; for the rest, one box says that they were looked at. */
export function SubmissionWarnings({ warnings, said, errors, kept, hrefOf }: SubmissionWarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings" className="my-4">
      <h2 id="warnings" className="mb-2 text-std-18B-160">
        {text.title} <span className="text-dns-16N-130">{text.counts(0, warnings.length)}</span>
      </h2>
      <ul className="grid gap-3">
        {warnings.map((finding, index) => (
          <FindingItem
            key={findingKey(finding)}
            finding={finding}
            place={
              <a href={hrefOf(finding.place)} className="link">
                {entryFieldText[finding.place]}
              </a>
            }
          >
            {finding.asksReason && (
              <Field
                id={reasonId(index)}
                label={labelOf(finding)}
                required
                support={text.reasonSupport}
                error={errors[reasonId(index)]}
                className="mt-2 max-w-[46rem]"
              >
                {(described) => (
                  <Textarea
                    {...described}
                    name={reasonId(index)}
                    rows={2}
                    value={kept.typed[findingTextKey(finding)] ?? reasonFor(finding, said)?.reason ?? ''}
                    onChange={({ target }) => kept.keep(findingTextKey(finding), target.value)}
                  />
                )}
              </Field>
            )}
          </FindingItem>
        ))}
      </ul>
      {!isLookedAt(warnings, said) && (
        <div className="mt-3">
          <Checkbox
            id={LOOKED_ID}
            name={LOOKED_ID}
            label={text.checked}
            aria-invalid={errors[LOOKED_ID] ? true : undefined}
            aria-describedby={errors[LOOKED_ID] ? `${LOOKED_ID}-error` : undefined}
          />
          <ErrorText id={LOOKED_ID}>{errors[LOOKED_ID]}</ErrorText>
        </div>
      )}
    </section>
  );
}
