'use client';

import { useEffect, useImperativeHandle } from 'react';
import { FormProblem } from '@/components/form/form-problem';
import { registerAmount } from '@/components/form/register-amount';
import { registerText } from '@/components/form/register-text';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { useVersionedForm } from '@/components/form/use-versioned-form';
import { OverCeilingMark } from '@/components/home/over-ceiling';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { editCategoryAction, orderCategoryAction } from '@/lib/actions/years';
import { amountText } from '@/lib/domain/amount';
import { type Direction, eitherWay, STEP } from '@/lib/domain/moving';
import { type CategoryFieldsText, type CategorySettings, categoryFieldsInput } from '@/lib/domain/year-settings';
import { adminText } from '@/lib/text/admin';
import { typedAmountText } from '@/lib/text/typed-amount';
import { yearSettingsText as text } from '@/lib/text/year-settings';
import { CommandNotice } from './command-notice';
import { useCommand } from './use-command';
import { useKeptFocus } from './use-kept-focus';

const LABELS = {
  name: text.name,
  explanation: text.explanation,
  ceiling: text.ceiling,
  annexAmount: text.annexAmount,
};

const AMOUNTS: readonly string[] = ['ceiling', 'annexAmount'];

type CategoryFormProps = FormPartProps & {
  category: CategorySettings;
  place: number;
  count: number;
};

/** A category's part of the settings, which stores it. */
export function CategoryForm({ category, place, count, ref, onResume, onErrors }: CategoryFormProps) {
  const moving = useCommand();
  const keepFocus = useKeptFocus(category);
  const { id: categoryYearId, name, explanation, version: storedVersion } = category;
  const { form, element, trouble, summary, field, version, stepped, saveIfChanged } = useVersionedForm({
    schema: categoryFieldsInput,
    stored: {
      version: storedVersion,
      lastChange: category.lastChange,
      text: {
        name,
        explanation,
        ceiling: amountText(category.ceiling),
        annexAmount: amountText(category.annexAmount),
      },
    },
    labels: LABELS,
    prefix: categoryYearId,
    show: (name, value) => (AMOUNTS.includes(name) ? typedAmountText(String(value)) : String(value)),
    send: (typed: CategoryFieldsText, expected) => editCategoryAction({ categoryYearId, version: expected, ...typed }),
    onResume: () => {
      moving.clear();
      onResume();
    },
  });
  useImperativeHandle(ref, () => ({ saveIfChanged }));
  useEffect(() => onErrors(summary));
  const buttonId = (direction: Direction) => `${direction}-${categoryYearId}`;
  const move = (direction: Direction) => {
    const sent = version();
    onResume();
    keepFocus(eitherWay(direction).map(buttonId));
    moving.run(
      () => orderCategoryAction({ categoryYearId, version: sent, direction }),
      text.moved(name, place + STEP[direction]),
      { onDone: () => stepped(sent + 1) },
    );
  };
  const heading = `category-${categoryYearId}`;
  return (
    <section
      aria-labelledby={heading}
      onBlur={element.onBlur}
      onInput={element.onInput}
      className="max-w-[46rem] border-t border-solid-gray-420 pt-4 pb-8"
    >
      <h3 id={heading} className="mb-3 text-std-16B-170">
        {name}
      </h3>
      <OverCeilingMark over={category.over} className="mb-3" />
      <div className="flex flex-col gap-4">
        <Field {...field('name')} required>
          {(control) => <TextInput {...control} {...registerText(form, 'name')} autoComplete="off" />}
        </Field>
        <Field {...field('explanation')} required={false} support={text.explanationSupport}>
          {(control) => <Textarea {...control} {...registerText(form, 'explanation')} rows={2} />}
        </Field>
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          <Field {...field('ceiling')} label={text.ceilingLabel} required={false} support={text.amountSupport}>
            {(control) => (
              <TextInput {...control} {...registerAmount(form, 'ceiling')} numeric unit={text.thousandYen} />
            )}
          </Field>
          <Field {...field('annexAmount')} label={text.annexLabel} required={false} support={text.amountSupport}>
            {(control) => (
              <TextInput {...control} {...registerAmount(form, 'annexAmount')} numeric unit={text.thousandYen} />
            )}
          </Field>
        </div>
        <FormProblem trouble={trouble} />
        <CommandNotice notice={moving.notice} className="" />
        <div className="flex flex-wrap gap-3">
          {place > 1 && (
            <Button id={buttonId('up')} onClick={() => move('up')}>
              {adminText.up}
            </Button>
          )}
          {place < count && (
            <Button id={buttonId('down')} onClick={() => move('down')}>
              {adminText.down}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
