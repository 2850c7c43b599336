'use client';

import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { isBlank } from '@/lib/domain/blank';
import { factsOf, TYPED_FIELDS, type TypedField } from '@/lib/domain/entry-fields';
import { entryFieldText } from '@/lib/text/entry';
import { editorText } from '@/lib/text/entry-editor';
import type { EntryForm } from './editor-form';

const SHOWN = TYPED_FIELDS.filter((field) => factsOf(field).required);

/** The fields and how far they are; a link leads to each. */
export function CompletenessNav({ form }: { form: EntryForm }) {
  const values = useDeferredValue(useWatch({ control: form.control, name: SHOWN }));
  const { errors } = form.formState;
  const stateOf = (field: TypedField, value: unknown): string => {
    if (errors[field]) return editorText.hasError;
    return isBlank(String(value ?? '')) ? editorText.notEntered : editorText.entered;
  };
  return (
    <nav aria-label={editorText.fields} className="print:hidden">
      <ul className="flex flex-wrap gap-x-4 tall:sticky tall:top-20 desktop:flex-col">
        {SHOWN.map((field, index) => (
          <li key={field} className="py-0.5">
            <a href={`#${field}`} className="link inline-block py-0.5 whitespace-nowrap">
              {entryFieldText[field]}{' '}
              <span className={errors[field] ? 'text-red-900' : undefined}>{stateOf(field, values[index])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
