'use client';

import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { registerText } from '@/components/form/register-text';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { FieldWhere } from '@/lib/domain/entry-fields';
import { PROSE_LIMIT } from '@/lib/domain/inputs';
import { entryFieldText, proseSupport } from '@/lib/text/entry';
import { editorText } from '@/lib/text/entry-editor';
import { formatCount } from '@/lib/text/format';
import type { EntryForm } from './editor-form';

type ProseName = FieldWhere<{ kind: 'prose' }>;

function Counter({ form, name }: { form: EntryForm; name: ProseName }) {
  const text = useDeferredValue(useWatch({ control: form.control, name }));
  const count = [...text.trim()].length;
  const over = count > PROSE_LIMIT ? `${editorText.over(count - PROSE_LIMIT)} ` : '';
  return (
    <p className={`text-end text-dns-14N-130 ${count > PROSE_LIMIT ? 'text-red-900' : 'text-solid-gray-700'}`}>
      {over + editorText.count(formatCount(count), formatCount(PROSE_LIMIT))}
    </p>
  );
}

type ProseFieldProps = { form: EntryForm; name: ProseName; error: string | undefined };

/** Prose stays as it was typed. 重点的に取り組む事業 can't be submitted without it. */
export function ProseField({ form, name, error }: ProseFieldProps) {
  const isPriority = useWatch({ control: form.control, name: 'isPriority' });
  return (
    <Field
      id={name}
      label={entryFieldText[name]}
      required={isPriority}
      support={proseSupport[name]}
      error={error}
      footer={<Counter form={form} name={name} />}
      className="min-w-0"
    >
      {(described) => <Textarea {...described} {...registerText(form, name)} rows={8} />}
    </Field>
  );
}
