'use client';

import { useEffect, useImperativeHandle } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editDocumentTextsAction, getYearSettingsAction } from '@/lib/actions/year';
import type { Stored } from '@/lib/domain/draft/draft';
import { succeed } from '@/lib/domain/result';
import { type DocumentTexts, documentTextsInput, type YearSettings } from '@/lib/domain/year/year-settings';
import { documentTextLabels, yearSettingsText as text } from '@/lib/text/year/year-settings';

const NAMES = Object.keys(documentTextLabels) as (keyof DocumentTexts)[];
const OPTIONAL: readonly (keyof DocumentTexts)[] = ['draftMark'];

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
  const field = draftField(draft);
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
      <DraftNotice draft={draft} />
    </section>
  );
}
