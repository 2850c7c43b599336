'use client';

import { useEffect, useEffectEvent, useId } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { getDictionaryRuleAction, saveDictionaryRuleAction } from '@/lib/actions/findings';
import {
  type DictionaryRow,
  type DictionaryRuleText,
  dictionaryRuleInput,
} from '@/lib/domain/findings/dictionary-rule';
import { mapResult } from '@/lib/domain/result';
import { dictionaryLabels, dictionaryText as text } from '@/lib/text/findings/dictionary';
import { adminText } from '@/lib/text/shell';
import { uiText } from '@/lib/text/ui';

const BLANK: DictionaryRuleText = { wrong: '', right: '', except: '', good: '', bad: '', isUsed: true };
const FIELDS = [
  { name: 'wrong', required: true, support: text.listSupport },
  { name: 'right', required: true, support: undefined },
  { name: 'except', required: false, support: text.exceptSupport },
  { name: 'good', required: true, support: text.goodSupport },
  { name: 'bad', required: true, support: text.badSupport },
] as const;

const textOf = ({ id: _, version: __, ...rule }: DictionaryRow): DictionaryRuleText => rule;

type DictionaryFormProps = {
  /** null: a new one. */
  rule: DictionaryRow | null;
  onDone: (said: string) => void;
  onCancel: () => void;
};

/** A word of the house with the two sentences that it has to tell apart. */
export function DictionaryForm({ rule, onDone, onCancel }: DictionaryFormProps) {
  const titleId = useId();
  const ruleId = rule?.id ?? null;
  const draft = useDraft<DictionaryRuleText, unknown>({
    schema: dictionaryRuleInput,
    stored: { version: rule?.version ?? 0, fields: rule ? textOf(rule) : BLANK },
    labels: dictionaryLabels,
    prefix: ruleId ?? 'new',
    keep: `dictionary:${ruleId ?? 'new'}`,
    refreshes: true,
    send: (typed, version) => saveDictionaryRuleAction({ ...typed, ruleId, version }),
    latest: async () =>
      mapResult(await getDictionaryRuleAction(ruleId), (found) => ({ version: found.version, fields: textOf(found) })),
    onDone: (_output, { right }) => onDone(ruleId === null ? text.added(right) : text.saved(right)),
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  const focusFirst = useEffectEvent((tries: number) => {
    if (tries === 0 || summary.length > 0) document.getElementById(summary[0]?.fieldId ?? draft.idOf('wrong'))?.focus();
  });
  useEffect(() => focusFirst(submission), [submission]);
  const cancel = () => {
    draft.restart();
    onCancel();
  };
  return (
    <HydratedForm {...element} aria-labelledby={titleId} className="mb-2 grid max-w-[46rem] gap-4 py-2">
      <h2 id={titleId} className="text-std-18B-160">
        {rule ? text.editTitle(rule.right) : text.addTitle}
      </h2>
      <DraftCopies draft={draft} />
      {FIELDS.map(({ name, required, support }) => (
        <Field key={name} {...field(name)} required={required} support={support}>
          {(control) => <TextInput {...control} {...registerText(form, name)} autoComplete="off" />}
        </Field>
      ))}
      <Checkbox
        id={draft.idOf('isUsed')}
        label={dictionaryLabels.isUsed}
        {...form.register('isUsed')}
        defaultChecked={form.formState.defaultValues?.isUsed}
      />
      <DraftNotice draft={draft} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary">
          {adminText.save}
        </Button>
        <Button variant="text" onClick={cancel}>
          {uiText.cancel}
        </Button>
      </div>
    </HydratedForm>
  );
}
