'use client';

import { type FormEvent, useId, useState } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import { allowFindingAction } from '@/lib/actions/entry';
import { complaintIn, type FieldErrorCode } from '@/lib/domain/field-errors';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { reasonInput } from '@/lib/domain/inputs';
import { fieldErrorMessage } from '@/lib/text/errors';
import { findingPlaceText, allowFindingText as text } from '@/lib/text/findings/findings';
import { FindingItem, findingKey } from './finding-list';
import { findingTextKey, type KeptFindingReasons, useKeptFindingReasons } from './kept-finding-reasons';

type AllowFindingsProps = { entryId: string; version: number; errors: readonly EntryFinding[] };
type AllowFindingProps = Omit<AllowFindingsProps, 'errors'> & { finding: EntryFinding; kept: KeptFindingReasons };

function AllowFinding({ entryId, version, finding, kept }: AllowFindingProps) {
  const id = useId();
  const [wrong, setWrong] = useState<FieldErrorCode>();
  const { notice, run } = useAction({ refreshes: true });
  const { rule, place, flagged } = finding;
  const key = findingTextKey(finding);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const checked = reasonInput.safeParse(String(new FormData(event.currentTarget).get('reason') ?? ''));
    setWrong(complaintIn(checked.error));
    if (!checked.success) return document.getElementById(id)?.focus();
    return run(() => allowFindingAction({ entryId, version, rule, place, flagged, reason: checked.data }), {
      onDone: () => kept.forget(key),
    });
  };
  return (
    <HydratedForm noValidate onSubmit={send} className="mt-2 grid max-w-[46rem] gap-2">
      <Field
        id={id}
        label={text.reason}
        required
        support={text.support}
        error={wrong && fieldErrorMessage(text.reason, wrong)}
      >
        {(described) => (
          <Textarea
            {...described}
            name="reason"
            rows={2}
            value={kept.typed[key] ?? ''}
            onChange={({ target }) => kept.keep(key, target.value)}
          />
        )}
      </Field>
      <CommandNotice notice={notice} className="" />
      <div>
        <Button type="submit">{text.allow}</Button>
      </div>
    </HydratedForm>
  );
}

/** For administrators: each error that keeps the entry from being submitted, and a reason to let it stand. */
export function AllowFindings({ errors, ...entry }: AllowFindingsProps) {
  const kept = useKeptFindingReasons('allow', entry.entryId, errors);
  return (
    <section aria-labelledby="allow-findings" className="mt-6">
      <h2 id="allow-findings" className="mb-1 text-std-18B-160">
        {text.title}
      </h2>
      <p className="mb-3">{text.lead}</p>
      <ul className="grid gap-4">
        {errors.map((finding) => (
          <FindingItem
            key={findingKey(finding)}
            finding={finding}
            place={<span>{findingPlaceText[finding.place]}</span>}
          >
            <AllowFinding {...entry} finding={finding} kept={kept} />
          </FindingItem>
        ))}
      </ul>
    </section>
  );
}
