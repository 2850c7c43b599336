'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { NoticeBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { useKeptTexts } from '@/components/form/use-kept-texts';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { StatusRegion } from '@/components/ui/status-region';
import { Textarea } from '@/components/ui/text-input';
import { noteDifferenceAction } from '@/lib/actions/read-through';
import { complaintIn, type FieldErrorCode } from '@/lib/domain/field-errors';
import { reasonInput } from '@/lib/domain/inputs';
import { fieldErrorMessage } from '@/lib/text/errors';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import { uiText } from '@/lib/text/ui';
import type { ShownPlace } from './shown-places';

type NoteFormProps = { year: number; place: ShownPlace; onDone: () => void; onCancel: () => void };

/** Opens in the row, so that what it is about stays in sight. What is typed stays on this device until it is sent. */
export function NoteForm({ year, place, onDone, onCancel }: NoteFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<FieldErrorCode>();
  const { run, notice } = useAction({ refreshes: true });
  const { key } = place;
  const { typed, keep, forget } = useKeptTexts({ what: `notes:${year}`, isPending: (of) => of === key });
  useEffect(() => area.current?.focus(), []);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const checked = reasonInput.safeParse(area.current?.value ?? '');
    setWrong(complaintIn(checked.error));
    if (!checked.success) return area.current?.focus();
    void run(() => noteDifferenceAction({ year, place: key, seen: place.seen, note: checked.data }), {
      onDone: () => {
        forget(key);
        onDone();
      },
    });
  };
  return (
    <form noValidate onSubmit={send} className="mt-3 border-t border-solid-gray-420 pt-3">
      <Field
        id="note"
        label={text.noteLabel}
        required
        support={text.noteSupport}
        error={wrong && fieldErrorMessage(text.noteLabel, wrong)}
      >
        {(described) => (
          <Textarea
            {...described}
            ref={area}
            rows={2}
            value={typed[key] ?? ''}
            onChange={({ target: { value } }) => {
              setWrong(undefined);
              if (value === '') forget(key);
              else keep(key, value);
            }}
          />
        )}
      </Field>
      <StatusRegion className="mt-2">{notice && <NoticeBanner notice={notice} />}</StatusRegion>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button type="submit">{text.note}</Button>
        <Button variant="text" onClick={onCancel}>
          {uiText.cancel}
        </Button>
      </div>
    </form>
  );
}
