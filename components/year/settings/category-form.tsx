'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { CommandNotice } from '@/components/admin/command-notice';
import { useFocusAfterCommand } from '@/components/admin/use-focus-after-command';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { registerAmount, registerText } from '@/components/form/register-field';
import { useAction } from '@/components/form/use-action';
import { useDraft } from '@/components/form/use-draft';
import type { FormPartProps } from '@/components/form/use-form-parts';
import { Checkbox } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { editCategoryAction, endCategoryAction, getYearSettingsAction, orderCategoryAction } from '@/lib/actions/year';
import { amountText, readAmount } from '@/lib/domain/amount';
import type { Stored } from '@/lib/domain/draft/draft';
import { LISTED } from '@/lib/domain/entry/entry-filter';
import { type Direction, STEP } from '@/lib/domain/reorder';
import { fail, succeed } from '@/lib/domain/result';
import { type SettingsColumn, settingsColumn, typedColumn } from '@/lib/domain/year/settings-table';
import {
  type CategoryFieldsText,
  type CategorySettings,
  categoryFieldsInput,
  type LastCategory,
} from '@/lib/domain/year/year-settings';
import { entryListHref } from '@/lib/list-routes';
import { typedAmountText } from '@/lib/text/entry/typed-amount';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';
import { CategoryMenu } from './category-menu';
import { SettingsFigures } from './settings-column';

const LABELS = {
  name: text.name,
  explanation: text.explanation,
  ceiling: text.ceiling,
  annexAmount: text.annexAmount,
};

const IN_THOUSAND_YEN = { ceiling: text.ceilingLabel, annexAmount: text.annexLabel };
const AMOUNTS: readonly string[] = ['ceiling', 'annexAmount'];

const storedOf = (category: CategorySettings): Stored<CategoryFieldsText> => {
  const { version, lastChange, name, explanation, ceiling, annexAmount } = category;
  const fields = { name, explanation, ceiling: amountText(ceiling), annexAmount: amountText(annexAmount) };
  return { version, lastChange, fields };
};

type CategoryFieldsForm = UseFormReturn<CategoryFieldsText, unknown, CategoryFieldsText>;

/** Nothing is left out of the entries: what isn't among them comes to 0, and nobody types it. */
function AllListed({ form, id, typed }: { form: CategoryFieldsForm; id: string; typed: string }) {
  return (
    <Checkbox
      id={id}
      label={text.allListed}
      className="col-span-2"
      checked={readAmount(typed) === 0}
      onChange={({ currentTarget }) =>
        form.setValue('annexAmount', currentTarget.checked ? '0' : '', { shouldDirty: true })
      }
    />
  );
}

/** What a category's column comes to as it is typed. */
export type TypedCategory = SettingsColumn & { explanation: string };

/** To the entries that keep a category from being ended. */
function linkToEntries(year: number, { categoryId, entries: { counted, withdrawn } }: CategorySettings) {
  const isWithdrawn = counted === 0 && withdrawn > 0;
  return {
    href: entryListHref(year, { category: categoryId, ...(isWithdrawn && { status: LISTED.withdrawn }) }),
    label: isWithdrawn ? text.showWithdrawn : text.showEntries,
  };
}

type CategoryFormProps = FormPartProps & {
  year: number;
  category: CategorySettings;
  last: LastCategory | null;
  place: number;
  count: number;
  onTyped: (typed: TypedCategory) => void;
  onEnded: (name: string) => void;
};

/** A category's column of the settings, which stores it. */
export function CategoryForm(props: CategoryFormProps) {
  const { year, category, last, place, count, onResume, onPart, onTyped, onEnded } = props;
  const command = useAction({ refreshes: true });
  const focusNext = useFocusAfterCommand(category);
  const [isRenaming, setIsRenaming] = useState(false);
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
    onDone: () => setIsRenaming(false),
    onResume: () => {
      command.clear();
      onResume();
    },
  });
  const { form, element } = draft;
  const field = draftField(draft, (of, value) =>
    AMOUNTS.includes(of) ? typedAmountText(String(value)) : String(value),
  );
  const typed = useWatch({ control: form.control }) as CategoryFieldsText;
  const amounts = { ceiling: readAmount(typed.ceiling), annexAmount: readAmount(typed.annexAmount) };
  const now = typedColumn(year, category, amounts);
  useEffect(() => onPart(draft));
  useEffect(() => onTyped({ ...now, explanation: typed.explanation }));

  const { notice } = command;
  const hasEntries = notice?.kind === 'problem' && notice.problem === 'category_has_entries';
  const menuId = `category-menu-${categoryYearId}`;
  const move = (direction: Direction) => {
    // Both expect the same version: the second would be in conflict with the first.
    if (draft.saving.kind === 'saving') return;
    const { version, theirs: fields } = draft.current();
    onResume();
    focusNext([menuId]);
    void command.run(() => orderCategoryAction({ categoryYearId, version, direction }), {
      done: text.moved(name, place + STEP[direction]),
      onDone: () => draft.tell({ kind: 'conflict', stored: { version: version + 1, fields } }),
    });
  };
  const end = () => {
    if (draft.saving.kind === 'saving') return;
    onResume();
    const { version } = draft.current();
    void command.run(() => endCategoryAction({ categoryYearId, version }), {
      onDone: () => {
        draft.restart();
        onEnded(name);
      },
    });
  };
  const rename = () => {
    flushSync(() => setIsRenaming(true));
    form.setFocus('name');
  };
  const heading = `category-${categoryYearId}`;
  const nameField = field('name');
  const isNameShown = isRenaming || nameField.error || nameField.footer || typed.name !== name;
  const amount = (of: 'ceiling' | 'annexAmount') => (
    <Field {...field(of)} label={IN_THOUSAND_YEN[of]} isLabelHidden>
      {(control) => <TextInput {...control} {...registerAmount(form, of)} numeric className="w-full" />}
    </Field>
  );
  return (
    <section aria-labelledby={heading} onBlur={element.onBlur} onInput={element.onInput} className="part">
      <div className="head">
        <h2 id={heading} className="text-std-16B-170">
          {name}
        </h2>
        <CategoryMenu
          {...{ name, id: menuId, place, count }}
          onRename={rename}
          onMove={move}
          onAsk={command.clear}
          onEnd={end}
        />
        {isNameShown && (
          <Field {...nameField} required compact className="w-full">
            {(control) => <TextInput {...control} {...registerText(form, 'name')} autoComplete="off" />}
          </Field>
        )}
      </div>
      <SettingsFigures
        now={now}
        last={last && settingsColumn(last)}
        inputs={{ ceiling: amount('ceiling'), annexAmount: amount('annexAmount') }}
        belowAnnex={<AllListed form={form} id={`all-${categoryYearId}`} typed={typed.annexAmount} />}
        year={year}
      />
      <Field {...field('explanation')} isLabelHidden className="explanation">
        {(control) => <Textarea {...control} {...registerText(form, 'explanation')} rows={2} />}
      </Field>
      <div className="notices">
        <DraftCopies draft={draft} />
        <DraftNotice draft={draft} />
        <CommandNotice notice={hasEntries ? { ...notice, link: linkToEntries(year, category) } : notice} className="" />
      </div>
    </section>
  );
}
