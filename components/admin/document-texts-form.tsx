'use client';

import { useEffect, useImperativeHandle } from 'react';
import { FormProblem } from '@/components/form/form-problem';
import { registerText } from '@/components/form/register-text';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { useVersionedForm } from '@/components/form/use-versioned-form';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editDocumentTextsAction } from '@/lib/actions/years';
import { type DocumentTexts, documentTextsInput, type YearSettings } from '@/lib/domain/year-settings';
import { documentTextLabels, yearSettingsText as text } from '@/lib/text/year-settings';

const NAMES = Object.keys(documentTextLabels) as (keyof DocumentTexts)[];
const OPTIONAL: readonly (keyof DocumentTexts)[] = ['draftMark'];

type DocumentTextsFormProps = FormPartProps & {
  settings: Pick<YearSettings, 'year' | 'version' | 'texts' | 'lastChange'>;
};

/** The part of the settings that stores what the document prints around its figures. */
export function DocumentTextsForm({ settings, ref, onResume, onErrors }: DocumentTextsFormProps) {
  const { year, version, texts, lastChange } = settings;
  const { form, element, trouble, summary, field, saveIfChanged } = useVersionedForm({
    schema: documentTextsInput,
    stored: { version, text: texts, lastChange },
    labels: documentTextLabels,
    prefix: 'texts',
    send: (typed: DocumentTexts, expected) => editDocumentTextsAction({ year, version: expected, ...typed }),
    onResume,
  });
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
      {NAMES.map((name) => (
        <Field key={name} {...field(name)} required={!OPTIONAL.includes(name)}>
          {(control) => <TextInput {...control} {...registerText(form, name)} autoComplete="off" />}
        </Field>
      ))}
      <FormProblem trouble={trouble} />
    </section>
  );
}
