'use client';

import { FormProblem } from '@/components/form/form-problem';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useSaveKeys } from '@/components/form/use-save-keys';
import { useVersionedForm } from '@/components/form/use-versioned-form';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { editDocumentTextsAction } from '@/lib/actions/years';
import { type DocumentTexts, documentTextsInput, type YearSettings } from '@/lib/domain/year-settings';
import { adminText } from '@/lib/text/admin';
import { documentTextLabels } from '@/lib/text/year-settings';
import { CommandNotice } from './command-notice';

const NAMES = Object.keys(documentTextLabels) as (keyof DocumentTexts)[];
const OPTIONAL: readonly (keyof DocumentTexts)[] = ['draftMark'];

type DocumentTextsFormProps = Pick<YearSettings, 'year' | 'version' | 'texts' | 'lastChange'>;

export function DocumentTextsForm({ year, version, texts, lastChange }: DocumentTextsFormProps) {
  const { form, element, trouble, isDone, summary, submission, field, saveIfChanged } = useVersionedForm({
    schema: documentTextsInput,
    stored: { version, text: texts, lastChange },
    labels: documentTextLabels,
    prefix: 'texts',
    send: (typed: DocumentTexts, expected) => editDocumentTextsAction({ year, version: expected, ...typed }),
  });
  useSaveKeys(saveIfChanged);
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <LiveForm {...element} className="flex max-w-[46rem] flex-col gap-4">
        {NAMES.map((name) => (
          <Field key={name} {...field(name)} required={!OPTIONAL.includes(name)}>
            {(control) => <TextInput {...control} {...registerText(form, name)} autoComplete="off" />}
          </Field>
        ))}
        <FormProblem trouble={trouble} />
        <CommandNotice notice={isDone ? { kind: 'success', text: adminText.saved } : null} className="" />
        <p>
          <Button type="submit">{adminText.save}</Button>
        </p>
      </LiveForm>
    </>
  );
}
