import { useWatch } from 'react-hook-form';
import { registerAmount, registerText } from '@/components/form/register-field';
import { ChoiceGroup, Radio } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Select, TextInput } from '@/components/ui/text-input';
import { LAST_YEARS, type LastYear } from '@/lib/domain/entry/entry-field-table';
import type { TypedField } from '@/lib/domain/entry/entry-fields';
import type { LastYearChoices } from '@/lib/domain/entry/entry-view';
import { entryFieldText, entryText, inThousandYen, lastYearText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import type { EntryForm } from './use-entry-draft';

/** What one kind or another needs; it is said anew with the kind. */
const DETAILS = ['lastYearProjectId', 'recordedLastYearAmount'] as const;

type LastYearFieldsProps = {
  form: EntryForm;
  choices: LastYearChoices;
  error: (field: TypedField) => string | undefined;
};

/** How an entry that was not copied stands to last year: a new project, one that goes on, or an amount. */
export function LastYearFields({ form, choices: { isKnown, projects }, error }: LastYearFieldsProps) {
  const chosen = useWatch({ control: form.control, name: 'lastYear' });
  const stored = form.formState.defaultValues?.lastYear ?? '';
  const offered: Record<LastYear, boolean> = {
    new: true,
    project: projects.length > 0 || stored === 'project',
    amount: true,
    '': !isKnown || stored === '',
  };
  const kinds = LAST_YEARS.filter((kind) => offered[kind]);
  const { onChange, ...radio } = form.register('lastYear');
  return (
    <ChoiceGroup
      id="lastYear"
      legend={entryFieldText.lastYear}
      required={isKnown}
      support={editorText.lastYearSupport}
      error={error('lastYear')}
      footer={
        <>
          {chosen === 'project' && (
            <Field
              id="lastYearProjectId"
              label={entryFieldText.lastYearProjectId}
              required
              error={error('lastYearProjectId')}
            >
              {(described) => (
                <Select
                  {...described}
                  {...registerText(form, 'lastYearProjectId')}
                  emptyLabel={editorText.choose}
                  options={projects}
                />
              )}
            </Field>
          )}
          {chosen === 'amount' && (
            <Field
              id="recordedLastYearAmount"
              label={inThousandYen('recordedLastYearAmount')}
              required
              error={error('recordedLastYearAmount')}
            >
              {(described) => (
                <TextInput
                  {...described}
                  {...registerAmount(form, 'recordedLastYearAmount')}
                  numeric
                  unit={entryText.thousandYen}
                />
              )}
            </Field>
          )}
        </>
      }
    >
      {kinds.map((kind, index) => (
        <Radio
          key={kind}
          id={index === 0 ? 'lastYear' : `lastYear-${kind}`}
          label={lastYearText[kind]}
          {...radio}
          onChange={(event) => {
            for (const field of DETAILS) form.setValue(field, '');
            form.clearErrors(DETAILS);
            return onChange(event);
          }}
          value={kind}
          defaultChecked={kind === stored}
        />
      ))}
    </ChoiceGroup>
  );
}
