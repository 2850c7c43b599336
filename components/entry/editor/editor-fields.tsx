'use client';

import { registerText } from '@/components/form/register-field';
import { Checkbox } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Select, TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import { PRINTED_PROSE, type TypedField } from '@/lib/domain/entry/entry-fields';
import type { LastYearTexts } from '@/lib/domain/entry/entry-view';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { entryFieldText, markText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { AmountField, type LastYearProps } from './amount-field';
import { type Checked, EditorRow } from './editor-row';
import { LastYearFields } from './last-year-fields';
import { LastYearText, ProseExample, ProseField } from './prose-field';
import type { EntryForm } from './use-entry-draft';

const MARK_CHOICES = MARKS.map((mark) => ({ id: mark, name: markText[mark] }));

type EditorFieldsProps = LastYearProps &
  Checked & {
    form: EntryForm;
    error: (field: TypedField) => string | undefined;
    categories: readonly Choice[];
    /** null: last year has no entry of this project. */
    lastYearTexts: LastYearTexts | null;
  };

type LineFieldProps = Pick<EditorFieldsProps, 'form' | 'error'> & {
  name: 'name' | 'budgetName' | 'rank' | 'remarks';
  support: string;
};

function LineField({ form, error, name, support }: LineFieldProps) {
  return (
    <Field
      id={name}
      label={entryFieldText[name]}
      required={name === 'name'}
      support={support}
      error={error(name)}
      className="editor-inline"
    >
      {(described) => (
        <TextInput {...described} {...registerText(form, name)} numeric={name === 'rank'} autoComplete="off" />
      )}
    </Field>
  );
}

/** Uncontrolled throughout: what is in a field is the browser's and the IME's until somebody asks for it. */
export function EditorFields(props: EditorFieldsProps) {
  const { form, error, categories, choices, lastYearTexts, findings, reasons } = props;
  const checked = { findings, reasons };
  const wrong = openErrors(findings, reasons).map(({ place }) => place);
  return (
    <>
      <EditorRow
        {...checked}
        places={['name', 'mark']}
        beside={
          <div className="editor-pair">
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
            <Field id="mark" label={entryFieldText.mark} required={false} error={error('mark')}>
              {(described) => (
                <Select
                  {...described}
                  aria-describedby={`mark-support ${described['aria-describedby'] ?? ''}`}
                  {...registerText(form, 'mark')}
                  emptyLabel={markText['']}
                  options={MARK_CHOICES}
                />
              )}
            </Field>
            <p id="mark-support" className="col-span-2 text-dns-14N-130 text-solid-gray-700">
              {editorText.markSupport}
            </p>
          </div>
        }
        margin={
          <div className="editor-priority">
            <Checkbox
              id="isPriority"
              label={entryFieldText.isPriority}
              {...form.register('isPriority')}
              defaultChecked={form.formState.defaultValues?.isPriority}
              aria-describedby="isPriority-support"
            />
            <p id="isPriority-support" className="text-dns-14N-130 text-solid-gray-700">
              {editorText.prioritySupport}
            </p>
          </div>
        }
      >
        <LineField form={form} error={error} name="name" support={editorText.nameSupport} />
      </EditorRow>
      <EditorRow {...checked} places={['amount']} isWide>
        <AmountField
          form={form}
          error={error('amount')}
          year={props.year}
          lastYear={props.lastYear}
          lastYearSource={props.lastYearSource}
          choices={choices}
        />
      </EditorRow>
      {choices && (
        <EditorRow {...checked} places={[]} isWide>
          <LastYearFields form={form} choices={choices} error={error} />
        </EditorRow>
      )}
      {PRINTED_PROSE.map((name) => (
        <EditorRow
          key={name}
          {...checked}
          places={[name]}
          beside={
            lastYearTexts ? (
              <LastYearText form={form} name={name} lastYear={lastYearTexts} />
            ) : (
              <ProseExample name={name} />
            )
          }
        >
          <ProseField form={form} name={name} error={error(name)} hasError={wrong.includes(name)} />
        </EditorRow>
      ))}
      <EditorRow
        {...checked}
        places={['opinionsAndPledges']}
        beside={
          lastYearTexts?.opinionsAndPledges && (
            <LastYearText form={form} name="opinionsAndPledges" lastYear={lastYearTexts} />
          )
        }
      >
        <ProseField
          form={form}
          name="opinionsAndPledges"
          error={error('opinionsAndPledges')}
          hasError={wrong.includes('opinionsAndPledges')}
          rows={2}
        />
      </EditorRow>
      <EditorRow
        {...checked}
        places={['budgetName']}
        beside={<LineField form={form} error={error} name="rank" support={editorText.rankSupport} />}
      >
        <LineField form={form} error={error} name="budgetName" support={editorText.budgetNameSupport} />
      </EditorRow>
      <EditorRow {...checked} places={['remarks']} isWide>
        <LineField form={form} error={error} name="remarks" support={editorText.remarksSupport} />
      </EditorRow>
    </>
  );
}
