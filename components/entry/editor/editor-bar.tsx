'use client';

import { type ReactNode, useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { ActBar } from '@/components/form/act-bar';
import { Button } from '@/components/ui/button';
import { isBlank } from '@/lib/domain/blank';
import type { Saving } from '@/lib/domain/draft/draft';
import { factsOf, TYPED_FIELDS, type TypedField } from '@/lib/domain/entry/entry-fields';
import { isPassing } from '@/lib/domain/result';
import { entryFieldText, entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { formatTime } from '@/lib/text/format';
import type { EntryForm } from './use-entry-draft';

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
      <ul className="flex flex-wrap gap-x-4 tall:sticky tall:top-4 desktop:flex-col">
        {SHOWN.map((field, index) => (
          <li key={field} className="py-0.5">
            <a href={`#${field}`} className="link inline-block py-0.5 whitespace-nowrap">
              {entryFieldText[field]}{' '}
              <span className={errors[field] ? 'text-red-900' : undefined}>{stateOf(field, values[index])}</span>
            </a>
          </li>
        ))}
        <li className="py-0.5 xl:hidden">
          <a href="#findings" className="link inline-block py-0.5">
            {editorText.findings}
          </a>
        </li>
      </ul>
    </nav>
  );
}

type Progress = {
  state: Saving;
  isDirty: boolean;
  /** These can't be stored as they stand. */
  wrong: readonly TypedField[];
  /** Nothing of it can be, as long as these are wrong. */
  isNew: boolean;
};
type EditorBarProps = Progress & {
  /** Nothing can be saved any more. */
  isLocked: boolean;
  /** Nobody pressed for the last save: it isn't said aloud. */
  isQuiet: boolean;
  /** What is offered. */
  notice: ReactNode;
  onSave: () => void;
  onCheck: () => void;
};

function progress({ state, isDirty, wrong, isNew }: Progress): string {
  if (state.kind === 'saving') return editorText.saving;
  if (state.kind === 'failed' && isPassing(state.problem)) return editorText.savedLater;
  const saved = state.kind === 'saved' ? editorText.saved(formatTime(state.at)) : '';
  if (!isDirty) return saved;
  const labels = wrong.map((field) => entryFieldText[field]);
  if (labels.length === 0) return editorText.unsaved;
  return isNew ? editorText.storedOnce(labels) : `${saved && `${saved}。`}${editorText.notStored(labels)}`;
}

export function EditorBar(props: EditorBarProps) {
  const { isLocked, isQuiet, notice, onSave, onCheck } = props;
  return (
    <ActBar state={<span aria-live={isQuiet ? 'off' : undefined}>{progress(props)}</span>} notice={notice}>
      {!isLocked && (
        <>
          <Button onClick={onSave} aria-keyshortcuts={editorText.shortcutSave}>
            {editorText.save}
          </Button>
          <Button variant="primary" onClick={onCheck} aria-keyshortcuts={editorText.shortcutCheck}>
            {entryText.check}
          </Button>
        </>
      )}
    </ActBar>
  );
}
