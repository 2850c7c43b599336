'use client';

import { useId, useState } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select, TextInput } from '@/components/ui/text-input';
import { addCategoryAction } from '@/lib/actions/year';
import type { Choice } from '@/lib/domain/choice';
import { type AddedFieldsText, addedFieldsInput } from '@/lib/domain/year/year-settings';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';

const BLANK: AddedFieldsText = { name: '', continuedId: '' };
const LABELS = { name: text.name, continuedId: text.continuedId };

/** A category that the year hasn't: a new one, or one of before that goes on. */
export function CategoryAdd({ year, former }: { year: number; former: readonly Choice[] }) {
  const titleId = useId();
  const [added, setAdded] = useState<string | null>(null);
  const draft = useDraft<AddedFieldsText, unknown>({
    schema: addedFieldsInput,
    stored: { version: 0, fields: BLANK },
    labels: LABELS,
    prefix: 'add-category',
    keep: `add-category:${year}`,
    send: (typed) => addCategoryAction({ year, ...typed }),
    refreshes: true,
    onDone: (_output, { name }) => {
      if (!draft.isUnsaved()) draft.restart(BLANK);
      setAdded(name.trim());
    },
  });
  const { form, element } = draft;
  const field = draftField(draft);
  return (
    <HydratedForm
      {...element}
      onSubmit={(event) => {
        setAdded(null);
        element.onSubmit(event);
      }}
      aria-labelledby={titleId}
      className="mt-8 flex max-w-[46rem] flex-col gap-4 border-t border-solid-gray-420 pt-4"
    >
      <h2 id={titleId} className="text-std-18B-160">
        {text.addTitle}
      </h2>
      <DraftCopies draft={draft} />
      <Field {...field('name')} required>
        {(control) => <TextInput {...control} {...registerText(form, 'name')} autoComplete="off" />}
      </Field>
      {former.length > 0 && (
        <Field {...field('continuedId')} required={false} support={text.continuedSupport}>
          {(control) => (
            <Select
              {...control}
              {...registerText(form, 'continuedId')}
              options={former}
              emptyLabel={text.continuesNone}
            />
          )}
        </Field>
      )}
      <DraftNotice draft={draft} />
      <CommandNotice notice={added === null ? null : { kind: 'success', text: text.added(added) }} className="" />
      <div>
        <Button type="submit">{text.add}</Button>
      </div>
    </HydratedForm>
  );
}
