'use client';

import { useEffect, useImperativeHandle } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { Checkbox } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editDocumentTextsAction, getYearSettingsAction } from '@/lib/actions/year';
import type { Stored } from '@/lib/domain/draft/draft';
import { succeed } from '@/lib/domain/result';
import { type DocumentTexts, documentTextsInput, type YearSettings } from '@/lib/domain/year/year-settings';
import { documentTextLabels, yearSettingsText as text } from '@/lib/text/year/year-settings';

type TextName = Exclude<keyof DocumentTexts, 'printsMarks'>;
const isText = (name: keyof DocumentTexts): name is TextName => name !== 'printsMarks';
const NAMES = (Object.keys(documentTextLabels) as (keyof DocumentTexts)[]).filter(isText);
const OPTIONAL: readonly TextName[] = ['draftMark'];

type TextSettings = Pick<YearSettings, 'year' | 'version' | 'texts' | 'lastChange'>;
const storedOf = ({ version, texts, lastChange }: TextSettings): Stored<DocumentTexts> => ({
  version,
  fields: texts,
  lastChange,
});

/** The part of the settings that stores what the document prints around its figures. */
export function DocumentTextsForm({ settings, ref, onResume, onErrors }: FormPartProps & { settings: TextSettings }) {
  const { year } = settings;
  const draft = useDraft({
    schema: documentTextsInput,
    stored: storedOf(settings),
    labels: documentTextLabels,
    prefix: 'texts',
    keep: `texts:${year}`,
    send: (typed: DocumentTexts, version) => editDocumentTextsAction({ year, version, ...typed }),
    latest: async () => {
      const found = await getYearSettingsAction(year);
      return found?.ok ? succeed(storedOf(found.value)) : found;
    },
    refreshes: true,
    onResume,
  });
  const { form, element, saveIfChanged, summary } = draft;
  const field = draftField(draft, (name, value) => {
    if (isText(name)) return String(value);
    return value ? text.withMarks : text.withoutMarks;
  });
  const { label, footer, ...marks } = field('printsMarks');
  useImperativeHandle(ref, () => ({ saveIfChanged }));
  useEffect(() => onErrors(summary));
  return (
    <section
      aria-labelledby="texts"
      onBlur={element.onBlur}
      onInput={element.onInput}
      className="flex max-w-[46rem] flex-col gap-4"
    >
      <h2 id="texts" className="text-std-18B-160">
        {text.texts}
      </h2>
      <DraftCopies draft={draft} />
      {NAMES.map((name) => (
        <Field key={name} {...field(name)} required={!OPTIONAL.includes(name)}>
          {(control) => <TextInput {...control} {...registerText(form, name)} autoComplete="off" />}
        </Field>
      ))}
      <div className="flex flex-col gap-1.5">
        <Checkbox
          id={marks.id}
          label={label}
          {...form.register('printsMarks')}
          defaultChecked={form.formState.defaultValues?.printsMarks}
        />
        {footer}
      </div>
      <DraftNotice draft={draft} />
    </section>
  );
}
