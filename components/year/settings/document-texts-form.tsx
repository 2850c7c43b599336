'use client';

import { type FocusEvent, useEffect, useMemo } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { Checkbox } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';
import { TextInput } from '@/components/ui/text-input';
import { editDocumentTextsAction, getYearSettingsAction } from '@/lib/actions/year';
import type { Stored } from '@/lib/domain/draft/draft';
import { mapResult } from '@/lib/domain/result';
import { dayText, parseDay } from '@/lib/domain/year/deadline';
import { yearName } from '@/lib/domain/year/fiscal-year';
import {
  type DocumentTexts,
  type YearFieldsText,
  type YearSettings,
  yearFieldsInput,
} from '@/lib/domain/year/year-settings';
import { editorText } from '@/lib/text/entry/entry-editor';
import { documentTextLabels, yearSettingsText as text, yearFieldLabels } from '@/lib/text/year/year-settings';

type TextName = Exclude<keyof DocumentTexts, 'printsMarks'>;
const isText = (name: keyof DocumentTexts): name is TextName => name !== 'printsMarks';
const NAMES = (Object.keys(documentTextLabels) as (keyof DocumentTexts)[]).filter(isText);
const OPTIONAL: readonly TextName[] = ['draftMark'];

type TextSettings = Pick<YearSettings, 'year' | 'version' | 'texts' | 'deadline' | 'lastChange'>;
type ShownSettings = TextSettings & Pick<YearSettings, 'lastTexts'>;
const storedOf = ({ version, texts, deadline, lastChange }: TextSettings): Stored<YearFieldsText> => ({
  version,
  fields: { ...texts, deadline: dayText(deadline) },
  lastChange,
});

type LastTextProps = { year: number; text: string; isSame: boolean };

/** What last year has in the place of a field. */
function LastText({ year, text: last, isSame }: LastTextProps) {
  return (
    <p className="last-text">
      <span className="whitespace-nowrap">{yearName(year)}</span>
      {isSame ? (
        <span className="inline-flex items-center gap-1 whitespace-nowrap">
          <Icon name="same" />
          {editorText.sameAsLastYear}
        </span>
      ) : (
        <span>{last || text.none}</span>
      )}
    </p>
  );
}

/** `register` for the deadline: shows how it was read when people leave the field. */
function registerDay(form: UseFormReturn<YearFieldsText>, year: number) {
  const { onBlur, ...control } = registerText(form, 'deadline');
  return {
    ...control,
    onBlur: async (event: FocusEvent<HTMLInputElement>) => {
      const day = parseDay(event.target.value, year);
      if (day) form.setValue('deadline', dayText(day));
      await onBlur(event);
    },
  };
}

type DocumentTextsFormProps = FormPartProps & { settings: ShownSettings };

/** The part of the settings that stores by when the 課 submit, and what the document prints around its figures. */
export function DocumentTextsForm({ settings, onResume, onPart }: DocumentTextsFormProps) {
  const { year, lastTexts } = settings;
  const schema = useMemo(() => yearFieldsInput(year), [year]);
  const draft = useDraft({
    schema,
    stored: storedOf(settings),
    labels: yearFieldLabels,
    prefix: 'texts',
    keep: `texts:${year}`,
    send: ({ deadline, ...typed }: YearFieldsText, version) =>
      editDocumentTextsAction({ year, version, deadline: parseDay(deadline, year) ?? deadline, ...typed }),
    latest: async () => mapResult(await getYearSettingsAction(year), storedOf),
    refreshes: true,
    onResume,
  });
  const { form, element } = draft;
  useWatch({ control: form.control });
  const printed = (value: boolean) => (value ? text.withMarks : text.withoutMarks);
  const field = draftField(draft, (name, value) => {
    if (name === 'printsMarks') return printed(value === true);
    return String(value);
  });
  const beside = (name: keyof DocumentTexts) => {
    if (!lastTexts) return null;
    const [now, last] = [form.getValues(name), lastTexts[name]];
    return <LastText year={year - 1} text={typeof last === 'boolean' ? printed(last) : last} isSame={now === last} />;
  };
  const { label, footer, ...marks } = field('printsMarks');
  useEffect(() => onPart(draft));
  return (
    <section
      aria-labelledby="texts"
      onBlur={element.onBlur}
      onInput={element.onInput}
      className="document-texts flex flex-col gap-4"
    >
      <DraftCopies draft={draft} />
      <Field {...field('deadline')} required={false} support={text.deadlineSupport}>
        {(control) => <TextInput {...control} {...registerDay(form, year)} autoComplete="off" className="max-w-64" />}
      </Field>
      <h2 id="texts" className="mt-4 text-std-18B-160">
        {text.texts}
      </h2>
      {NAMES.map((name) => (
        <div key={name} className="with-last">
          <Field {...field(name)} required={!OPTIONAL.includes(name)}>
            {(control) => <TextInput {...control} {...registerText(form, name)} autoComplete="off" />}
          </Field>
          {beside(name)}
        </div>
      ))}
      <div className="with-last">
        <div className="flex flex-col gap-1.5">
          <Checkbox
            id={marks.id}
            label={label}
            {...form.register('printsMarks')}
            defaultChecked={form.formState.defaultValues?.printsMarks}
          />
          {footer}
        </div>
        {beside('printsMarks')}
      </div>
      <DraftNotice draft={draft} />
    </section>
  );
}
