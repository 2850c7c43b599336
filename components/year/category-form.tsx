'use client';

import { useEffect, useImperativeHandle } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { CommandNotice } from '@/components/admin/command-notice';
import { useFocusAfterCommand } from '@/components/admin/use-focus-after-command';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { registerAmount, registerText } from '@/components/form/register-field';
import { useAction } from '@/components/form/use-action';
import { useDraft } from '@/components/form/use-draft';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice-group';
import { ConfirmedButton } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { editCategoryAction, endCategoryAction, getYearSettingsAction, orderCategoryAction } from '@/lib/actions/year';
import { amountText, parseAmount } from '@/lib/domain/amount';
import type { Stored } from '@/lib/domain/draft/draft';
import { type Direction, eitherWay, STEP } from '@/lib/domain/reorder';
import { fail, succeed } from '@/lib/domain/result';
import { type CategoryFieldsText, type CategorySettings, categoryFieldsInput } from '@/lib/domain/year/year-settings';
import { entryListHref } from '@/lib/list-routes';
import { typedAmountText } from '@/lib/text/entry/typed-amount';
import { adminText } from '@/lib/text/shell';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';
import { OverCeilingMark } from './over-ceiling';

const LABELS = {
  name: text.name,
  explanation: text.explanation,
  ceiling: text.ceiling,
  annexAmount: text.annexAmount,
};

const AMOUNTS: readonly string[] = ['ceiling', 'annexAmount'];

const storedOf = (category: CategorySettings): Stored<CategoryFieldsText> => {
  const { version, lastChange, name, explanation, ceiling, annexAmount } = category;
  const fields = { name, explanation, ceiling: amountText(ceiling), annexAmount: amountText(annexAmount) };
  return { version, lastChange, fields };
};

type CategoryFieldsForm = UseFormReturn<CategoryFieldsText, unknown, CategoryFieldsText>;

/** Nothing is left out of the entries: what isn't among them comes to 0, and nobody types it. */
function AllListed({ form, id }: { form: CategoryFieldsForm; id: string }) {
  const typed = parseAmount(useWatch({ control: form.control, name: 'annexAmount' }));
  return (
    <Checkbox
      id={id}
      label={text.allListed}
      checked={typed.ok && typed.value === 0}
      onChange={({ currentTarget }) =>
        form.setValue('annexAmount', currentTarget.checked ? '0' : '', { shouldDirty: true })
      }
    />
  );
}

type CategoryFormProps = FormPartProps & {
  year: number;
  category: CategorySettings;
  place: number;
  count: number;
  onEnded: (name: string) => void;
};

/** A category's part of the settings, which stores it. */
export function CategoryForm({ year, category, place, count, ref, onResume, onErrors, onEnded }: CategoryFormProps) {
  const command = useAction({ refreshes: true });
  const focusNext = useFocusAfterCommand(category);
  const { id: categoryYearId, name } = category;
  const draft = useDraft({
    schema: categoryFieldsInput,
    stored: storedOf(category),
    labels: LABELS,
    prefix: categoryYearId,
    keep: `category:${categoryYearId}`,
    send: (typed: CategoryFieldsText, version) => editCategoryAction({ categoryYearId, version, ...typed }),
    latest: async () => {
      const found = await getYearSettingsAction(year);
      if (!found?.ok) return found;
      const newest = found.value.categories.find(({ id }) => id === categoryYearId);
      return newest ? succeed(storedOf(newest)) : fail('not_found');
    },
    refreshes: true,
    onResume: () => {
      command.clear();
      onResume();
    },
  });
  const { form, element, summary, saveIfChanged } = draft;
  const field = draftField(draft, (of, value) =>
    AMOUNTS.includes(of) ? typedAmountText(String(value)) : String(value),
  );
  useImperativeHandle(ref, () => ({ saveIfChanged }));
  useEffect(() => onErrors(summary));
  const buttonId = (direction: Direction) => `${direction}-${categoryYearId}`;
  const move = (direction: Direction) => {
    // Both expect the same version: the second would be in conflict with the first.
    if (draft.saving.kind === 'saving') return;
    const { version, theirs: fields } = draft.current();
    onResume();
    focusNext(eitherWay(direction).map(buttonId));
    void command.run(() => orderCategoryAction({ categoryYearId, version, direction }), {
      done: text.moved(name, place + STEP[direction]),
      onDone: () => draft.tell({ kind: 'conflict', stored: { version: version + 1, fields } }),
    });
  };
  const end = () => {
    if (draft.saving.kind === 'saving') return;
    onResume();
    const { version } = draft.current();
    const { counted, withdrawn } = category.entries;
    const filter = {
      category: category.categoryId,
      ...(counted === 0 && withdrawn > 0 && { status: 'withdrawn' as const }),
    };
    void command.run(() => endCategoryAction({ categoryYearId, version }), {
      onDone: () => {
        draft.restart();
        onEnded(name);
      },
      linkFor: (problem) =>
        problem === 'category_has_entries'
          ? { href: entryListHref(year, filter), label: filter.status ? text.showWithdrawn : text.showEntries }
          : undefined,
    });
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
        <DraftCopies draft={draft} />
        <Field {...field('name')} required>
          {(control) => <TextInput {...control} {...registerText(form, 'name')} autoComplete="off" />}
        </Field>
        <Field {...field('explanation')} required={false} support={text.explanationSupport}>
          {(control) => <Textarea {...control} {...registerText(form, 'explanation')} rows={2} />}
        </Field>
        <div className="grid gap-x-8 gap-y-4 desktop:grid-cols-2">
          <Field {...field('ceiling')} label={text.ceilingLabel} required={false} support={text.amountSupport}>
            {(control) => (
              <TextInput {...control} {...registerAmount(form, 'ceiling')} numeric unit={text.thousandYen} />
            )}
          </Field>
          <div>
            <Field {...field('annexAmount')} label={text.annexLabel} required={false} support={text.annexSupport}>
              {(control) => (
                <TextInput {...control} {...registerAmount(form, 'annexAmount')} numeric unit={text.thousandYen} />
              )}
            </Field>
            <AllListed form={form} id={`all-${categoryYearId}`} />
          </div>
        </div>
        <DraftNotice draft={draft} />
        <CommandNotice notice={command.notice} className="" />
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
          <ConfirmedButton
            label={text.end}
            title={text.endTitle(name)}
            final={text.endOf(name)}
            onOpen={command.clear}
            onConfirm={end}
          >
            {text.endBody}
          </ConfirmedButton>
        </div>
      </div>
    </section>
  );
}
