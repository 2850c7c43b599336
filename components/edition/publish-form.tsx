'use client';

import { leaveFor } from '@/components/form/call-action';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import { ConfirmationErrors, OpenPointGroups, useConfirmation } from '@/components/year/open-point-groups';
import { publishEditionAction } from '@/lib/actions/edition';
import type { PlaceToCorrect } from '@/lib/domain/edition/difference';
import type { EditionName } from '@/lib/domain/edition/edition';
import { editionReasonInput } from '@/lib/domain/edition/publish-edition';
import type { OpenPoint } from '@/lib/domain/year/open-points';
import { editionPath, yearPaths } from '@/lib/routes';
import { publishText as text } from '@/lib/text/edition/publish';
import { uiText } from '@/lib/text/ui';
import { PlaceReasons, usePlaceReasons } from './place-reasons';

type PublishFormProps = {
  edition: EditionName;
  seen: string;
  points: readonly OpenPoint[];
  /** What its 正誤表 would list. */
  places: readonly PlaceToCorrect[];
};

/** Confirms what stands against it, says why it is a 訂正版, and publishes what is shown above. */
export function PublishForm({ edition, seen, points, places }: PublishFormProps) {
  const { year, number, kind } = edition;
  const isCorrection = kind === 'corrected';
  const confirmation = useConfirmation(points, kind === 'draft');
  const placeReasons = usePlaceReasons(year, places);
  const draft = useDraft({
    schema: isCorrection ? editionReasonInput.required : editionReasonInput.any,
    stored: { version: 0, fields: { reason: '' } },
    labels: { reason: text.reason },
    prefix: 'publish',
    keep: `publish:${year}`,
    send: (typed: { reason: string }) =>
      publishEditionAction({ year, seen, confirmed: confirmation.seen, reasons: placeReasons.given(), ...typed }),
    onDone: () => {
      placeReasons.forgetAll();
      void leaveFor(editionPath({ year, number }));
    },
    refreshes: true,
  });
  const field = draftField(draft);
  return (
    <HydratedForm
      {...draft.element}
      onSubmit={(event) => {
        if (!confirmation.isOpen) return draft.element.onSubmit(event);
        event.preventDefault();
        confirmation.refuse();
      }}
      className="max-w-[46rem]"
    >
      <ConfirmationErrors of={confirmation} text={text} />
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <DraftCopies draft={draft} />
      <OpenPointGroups year={year} of={confirmation} text={text} />
      {isCorrection && (
        <Field {...field('reason')} required support={text.reasonSupport}>
          {(control) => <Textarea {...control} {...registerText(draft.form, 'reason')} rows={3} />}
        </Field>
      )}
      <PlaceReasons of={placeReasons} />
      <DraftNotice draft={draft} />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="large">
          {text.final(edition)}
        </Button>
        <a href={yearPaths(year).document} className="link">
          {uiText.cancel}
        </a>
      </div>
    </HydratedForm>
  );
}
