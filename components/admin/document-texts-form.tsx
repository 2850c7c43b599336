'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormProblem } from '@/components/form/form-problem';
import { useActionForm } from '@/components/form/use-action-form';
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

type DocumentTextsFormProps = Pick<YearSettings, 'year' | 'version' | 'texts'>;

export function DocumentTextsForm({ year, version, texts }: DocumentTextsFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const { form, onSubmit, problem, summary, submission, field } = useActionForm({
    schema: documentTextsInput,
    defaultValues: texts,
    labels: documentTextLabels,
    prefix: 'texts',
    send: (typed: DocumentTexts) => {
      setIsSaved(false);
      return editDocumentTextsAction({ year, version, ...typed });
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <>
      <ErrorSummary errors={summary} submission={submission} />
      <form method="post" onSubmit={onSubmit} noValidate className="flex max-w-[46rem] flex-col gap-4">
        {NAMES.map((name) => (
          <Field key={name} {...field(name)} required>
            {(control) => <TextInput {...control} {...form.register(name)} autoComplete="off" />}
          </Field>
        ))}
        <FormProblem problem={problem} />
        <CommandNotice notice={isSaved ? { kind: 'success', text: adminText.saved } : null} />
        <p>
          <Button type="submit" variant="primary">
            {adminText.save}
          </Button>
        </p>
      </form>
    </>
  );
}
