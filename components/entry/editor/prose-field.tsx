'use client';

import { useDeferredValue, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { registerText } from '@/components/form/register-field';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/text-input';
import { writeText } from '@/components/ui/write-text';
import { ENTRY_FIELDS } from '@/lib/domain/entry/entry-field-table';
import { factsOf, type PrintedProse, type Prose } from '@/lib/domain/entry/entry-fields';
import type { LastYearTexts } from '@/lib/domain/entry/entry-view';
import { entryFieldText, proseSupport } from '@/lib/text/entry/entry';
import { editorText, proseExample } from '@/lib/text/entry/entry-editor';
import { formatCount } from '@/lib/text/format';
import type { EntryForm } from './use-entry-draft';

type ProseProps = { form: EntryForm; name: Prose };

function Counter({ form, name }: ProseProps) {
  const text = useDeferredValue(useWatch({ control: form.control, name }));
  const { limit } = ENTRY_FIELDS[name];
  const count = [...text.trim()].length;
  const over = count > limit ? `${editorText.over(count - limit)} ` : '';
  return (
    <p className={`editor-count text-end text-dns-14N-130 ${count > limit ? 'text-red-900' : 'text-solid-gray-700'}`}>
      {over + editorText.count(formatCount(count), formatCount(limit))}
    </p>
  );
}

type ProseFieldProps = ProseProps & { error: string | undefined; hasError: boolean; rows?: number };

/** Prose stays as it was typed. 重点的に取り組む事業 can't be submitted without it. */
export function ProseField({ form, name, error, hasError, rows = 5 }: ProseFieldProps) {
  const isPriority = useWatch({ control: form.control, name: 'isPriority' });
  return (
    <Field
      id={name}
      label={entryFieldText[name]}
      required={factsOf(name).required === 'priority' && isPriority}
      support={proseSupport[name]}
      error={error}
      footer={<Counter form={form} name={name} />}
      className="editor-inline"
    >
      {(described) => (
        <Textarea
          {...described}
          {...registerText(form, name)}
          rows={rows}
          className={hasError ? 'border-red-900 ring-1 ring-red-900' : ''}
        />
      )}
    </Field>
  );
}

/** In place of all that stands in the field. */
function write(name: Prose, text: string): void {
  const field = document.getElementById(name);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.select();
  writeText(text);
}

type LastYearTextProps = ProseProps & { lastYear: LastYearTexts };

/** What last year's entry says, and a press that writes it here; another one takes that back. */
export function LastYearText({ form, name, lastYear }: LastYearTextProps) {
  const now = useWatch({ control: form.control, name });
  const [replaced, setReplaced] = useState<string | null>(null);
  const text = lastYear[name];
  const isSame = now.trim() === text.trim();
  const label = <span className="sr-only">：{entryFieldText[name]}</span>;
  const copy = () => {
    setReplaced(now);
    write(name, text);
  };
  const undo = () => {
    write(name, replaced ?? '');
    setReplaced(null);
  };
  return (
    <section aria-label={editorText.lastYearOf(entryFieldText[name])} className="editor-beside">
      <p className="editor-beside-head">
        <span className="text-dns-14B-130">
          {lastYear.isApproved ? editorText.lastYearApproved : editorText.lastYearUnapproved}
        </span>
        {isSame && replaced !== null && (
          <Button variant="text" className="editor-link" onClick={undo}>
            {editorText.undo}
            {label}
          </Button>
        )}
        {!isSame && text !== '' && (
          <Button variant="text" className="editor-link" onClick={copy}>
            {editorText.copyLastYear}
            {label}
          </Button>
        )}
      </p>
      <p className="editor-beside-text">{text || editorText.notEntered}</p>
    </section>
  );
}

/** For whom there is no text of last year. */
export function ProseExample({ name }: { name: PrintedProse }) {
  return (
    <section aria-label={editorText.exampleOf(entryFieldText[name])} className="editor-beside">
      <p className="editor-beside-head text-dns-14B-130">{editorText.example}</p>
      <p className="editor-beside-text">{proseExample[name]}</p>
    </section>
  );
}
