'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormProblem } from '@/components/form/form-problem';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { editCategoryAction, orderCategoryAction } from '@/lib/actions/years';
import { formatAmount } from '@/lib/domain/amount';
import { type CategoryFieldsText, type CategorySettings, categoryFieldsInput } from '@/lib/domain/year-settings';
import { adminText } from '@/lib/text/admin';
import { yearSettingsText as text } from '@/lib/text/year-settings';
import { CommandNotice } from './command-notice';
import { useCommand } from './use-command';

const LABELS = {
  name: text.name,
  explanation: text.explanation,
  ceiling: text.ceiling,
  annexAmount: text.annexAmount,
};

const amountText = (amount: number | null): string => (amount === null ? '' : formatAmount(amount));

type CategoryFormProps = { category: CategorySettings; isFirst: boolean; isLast: boolean };

export function CategoryForm({ category, isFirst, isLast }: CategoryFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const moving = useCommand();
  const { id: categoryYearId, version } = category;
  const { form, onSubmit, problem, summary, submission, field } = useActionForm({
    schema: categoryFieldsInput,
    defaultValues: {
      name: category.name,
      explanation: category.explanation,
      ceiling: amountText(category.ceiling),
      annexAmount: amountText(category.annexAmount),
    },
    labels: LABELS,
    prefix: categoryYearId,
    send: (typed: CategoryFieldsText) => {
      setIsSaved(false);
      return editCategoryAction({ categoryYearId, version, ...typed });
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
  const move = (direction: 'up' | 'down') =>
    moving.run(() => orderCategoryAction({ categoryYearId, version, direction }), adminText.saved);
  const heading = `category-${categoryYearId}`;
  return (
    <section aria-labelledby={heading} className="max-w-[46rem] border-t border-solid-gray-420 pt-4 pb-8">
      <h3 id={heading} className="mb-3 text-std-18B-160">
        {category.name}
      </h3>
      <ErrorSummary errors={summary} submission={submission} />
      <form method="post" onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <Field {...field('name')} required>
          {(control) => <TextInput {...control} {...form.register('name')} autoComplete="off" />}
        </Field>
        <Field {...field('explanation')} support={text.explanationSupport}>
          {(control) => <Textarea {...control} {...form.register('explanation')} rows={2} />}
        </Field>
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <Field {...field('ceiling')} support={text.amountSupport}>
            {(control) => <TextInput {...control} {...form.register('ceiling')} numeric unit={text.thousandYen} />}
          </Field>
          <Field {...field('annexAmount')} support={text.amountSupport}>
            {(control) => <TextInput {...control} {...form.register('annexAmount')} numeric unit={text.thousandYen} />}
          </Field>
        </div>
        <FormProblem problem={problem} />
        <CommandNotice notice={isSaved ? { kind: 'success', text: adminText.saved } : moving.notice} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary">
            {adminText.save}
          </Button>
          {!isFirst && <Button onClick={() => move('up')}>{adminText.up}</Button>}
          {!isLast && <Button onClick={() => move('down')}>{adminText.down}</Button>}
        </div>
      </form>
    </section>
  );
}
