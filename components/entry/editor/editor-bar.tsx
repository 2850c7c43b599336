'use client';

import type { ReactNode } from 'react';
import { ActBar } from '@/components/form/act-bar';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import type { Saving } from '@/lib/domain/draft/draft';
import type { TypedField } from '@/lib/domain/entry/entry-fields';
import { isPassing } from '@/lib/domain/result';
import { entryFieldText, entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { formatTime } from '@/lib/text/format';
import { StateMark } from './editor-items';
import type { Unstored } from './use-autosave';

type Progress = {
  state: Saving;
  isDirty: boolean;
  /** Somebody has to choose first. */
  isAsking: boolean;
} & Unstored;
type Problems = {
  /** What stands against submitting it, in fields and in the checks. */
  errors: number;
  warnings: number;
  onNext: () => void;
};

type EditorBarProps = Progress &
  Problems & {
    /** Nothing can be saved any more. */
    isLocked: boolean;
    /** Nobody pressed for the last save: it isn't said aloud. */
    isQuiet: boolean;
    /** What is offered. */
    notice: ReactNode;
    onSave: () => void;
    onCheck: () => void;
  };

function progress({ state, isDirty, isAsking, wrong, needed }: Progress): string {
  if (state.kind === 'saving') return editorText.saving;
  if (isAsking) return editorText.storedByChoice;
  if (state.kind === 'failed' && isPassing(state.problem)) return editorText.savedLater;
  const saved = state.kind === 'saved' ? editorText.saved(formatTime(state.at)) : '';
  if (!isDirty) return saved;
  const labelsOf = (fields: readonly TypedField[]) => fields.map((field) => entryFieldText[field]);
  if (needed.length > 0) return editorText.storedOnce(labelsOf(needed));
  if (wrong.length === 0) return editorText.unsaved;
  return `${saved && `${saved}。`}${editorText.notStored(labelsOf(wrong))}`;
}

function Findings({ errors, warnings, onNext }: Problems) {
  if (errors + warnings === 0) return <span>{editorText.noFinding}</span>;
  return (
    <>
      {errors > 0 && <StateMark state={{ kind: 'error', count: errors }} />}
      {warnings > 0 && <StateMark state={{ kind: 'warning', count: warnings }} />}
      <Button variant="text" className="editor-link" onClick={onNext}>
        {editorText.nextFinding}
      </Button>
    </>
  );
}

const Key = ({ name }: { name: string }) => (
  <span aria-hidden="true" className="ms-1 hidden text-dns-14N-130 desktop:inline">
    {name}
  </span>
);

export function EditorBar(props: EditorBarProps) {
  const { isLocked, isQuiet, isDirty, state, notice, onSave, onCheck } = props;
  const isStored = state.kind === 'saved' && !isDirty;
  return (
    <ActBar
      state={
        <span aria-live={isQuiet ? 'off' : undefined} className={isStored ? 'text-green-900' : undefined}>
          {isStored && <Icon name="check" className="me-1 inline align-[-0.3em]" />}
          <span>{progress(props)}</span>
        </span>
      }
      beside={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-dns-14N-130">
          <Findings {...props} />
        </span>
      }
      notice={notice}
    >
      {!isLocked && (
        <>
          <Button onClick={onSave} aria-keyshortcuts={editorText.shortcutSave}>
            {editorText.save}
            <Key name={editorText.keySave} />
          </Button>
          <Button variant="primary" onClick={onCheck} aria-keyshortcuts={editorText.shortcutCheck}>
            {entryText.check}
            <Key name={editorText.keyCheck} />
          </Button>
        </>
      )}
    </ActBar>
  );
}
