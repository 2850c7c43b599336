'use client';

import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { registerText } from '@/components/form/register-field';
import { Checkbox } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Select, Textarea, TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { ENTRY_FIELDS, MARKS } from '@/lib/domain/entry/entry-field-table';
import { type FieldWhere, factsOf, type TypedField } from '@/lib/domain/entry/entry-fields';
import type { LastYearChoices, LastYearSource } from '@/lib/domain/entry/entry-view';
import { entryFieldText, markText, proseSupport } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { formatCount } from '@/lib/text/format';
import { AmountField } from './amount-field';
import { LastYearFields } from './last-year-fields';
import type { EntryForm } from './use-entry-draft';

type ProseName = FieldWhere<{ kind: 'prose' }>;

function Counter({ form, name }: { form: EntryForm; name: ProseName }) {
  const text = useDeferredValue(useWatch({ control: form.control, name }));
  const { limit } = ENTRY_FIELDS[name];
  const count = [...text.trim()].length;
  const over = count > limit ? `${editorText.over(count - limit)} ` : '';
  return (
    <p className={`text-end text-dns-14N-130 ${count > limit ? 'text-red-900' : 'text-solid-gray-700'}`}>
      {over + editorText.count(formatCount(count), formatCount(limit))}
    </p>
  );
}

type ProseFieldProps = { form: EntryForm; name: ProseName; error: string | undefined; rows?: number };

/** Prose stays as it was typed. 重点的に取り組む事業 can't be submitted without it. */
export function ProseField({ form, name, error, rows = 8 }: ProseFieldProps) {
  const isPriority = useWatch({ control: form.control, name: 'isPriority' });
  return (
    <Field
      id={name}
      label={entryFieldText[name]}
      required={factsOf(name).required === 'priority' && isPriority}
      support={proseSupport[name]}
      error={error}
      footer={<Counter form={form} name={name} />}
      className="min-w-0"
    >
      {(described) => <Textarea {...described} {...registerText(form, name)} rows={rows} />}
    </Field>
  );
}

const MARK_CHOICES = MARKS.map((mark) => ({ id: mark, name: markText[mark] }));

type EditorFieldsProps = {
  form: EntryForm;
  error: (field: TypedField) => string | undefined;
  department: Choice;
  categories: readonly Choice[];
  lastYearAmount: number | null;
  lastYearSource: LastYearSource;
  lastYearChoices: LastYearChoices | null;
};

/** Uncontrolled throughout: what is in a field is the browser's and the IME's until somebody asks for it. */
export function EditorFields(props: EditorFieldsProps) {
  const { form, error, department, categories, lastYearAmount, lastYearSource, lastYearChoices } = props;
  return (
    <div className="grid gap-5">
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        <Field
          id="name"
          label={entryFieldText.name}
          required
          support={editorText.nameSupport}
          error={error('name')}
          className="max-w-[46rem]"
        >
          {(described) => <TextInput {...described} {...registerText(form, 'name')} autoComplete="off" />}
        </Field>
        <Field
          id="budgetName"
          label={entryFieldText.budgetName}
          required={false}
          support={editorText.budgetNameSupport}
          error={error('budgetName')}
          className="max-w-[46rem]"
        >
          {(described) => <TextInput {...described} {...registerText(form, 'budgetName')} autoComplete="off" />}
        </Field>
      </div>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-5">
        <Field id="categoryId" label={entryFieldText.categoryId} required error={error('categoryId')}>
          {(described) => (
            <Select
              {...described}
              {...registerText(form, 'categoryId')}
              emptyLabel={editorText.choose}
              options={categories}
            />
          )}
        </Field>
        <div>
          <p className="text-dns-16B-130">{entryFieldText.departmentId}</p>
          <p className="mt-3">{department.name}</p>
        </div>
        <Field
          id="mark"
          label={entryFieldText.mark}
          required={false}
          support={editorText.markSupport}
          error={error('mark')}
        >
          {(described) => (
            <Select
              {...described}
              {...registerText(form, 'mark')}
              emptyLabel={markText['']}
              options={MARK_CHOICES}
              className="self-start"
            />
          )}
        </Field>
        <div>
          <p id="isPriority-support" className="mb-1 text-dns-14N-130 text-solid-gray-700">
            {editorText.prioritySupport}
          </p>
          <Checkbox
            id="isPriority"
            label={entryFieldText.isPriority}
            {...form.register('isPriority')}
            defaultChecked={form.formState.defaultValues?.isPriority}
            aria-describedby="isPriority-support"
          />
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-x-8 gap-y-5">
        <AmountField
          form={form}
          lastYear={lastYearAmount}
          lastYearSource={lastYearSource}
          choices={lastYearChoices}
          error={error('amount')}
        />
        <Field
          id="rank"
          label={entryFieldText.rank}
          required={false}
          support={editorText.rankSupport}
          error={error('rank')}
        >
          {(described) => <TextInput {...described} {...registerText(form, 'rank')} numeric />}
        </Field>
      </div>
      {lastYearChoices && <LastYearFields form={form} choices={lastYearChoices} error={error} />}
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        <ProseField form={form} name="summary" error={error('summary')} />
        <ProseField form={form} name="innovation" error={error('innovation')} />
      </div>
      <ProseField form={form} name="opinionsAndPledges" error={error('opinionsAndPledges')} rows={2} />
      <Field
        id="remarks"
        label={entryFieldText.remarks}
        required={false}
        support={editorText.remarksSupport}
        error={error('remarks')}
        className="max-w-[46rem]"
      >
        {(described) => <TextInput {...described} {...registerText(form, 'remarks')} autoComplete="off" />}
      </Field>
    </div>
  );
}
