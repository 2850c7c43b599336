import type { ReactNode } from 'react';
import { FormBar } from '@/components/form/form-bar';
import { Button } from '@/components/ui/button';
import { StatusLabel } from '@/components/ui/status-label';
import type { Saving } from '@/lib/domain/draft';
import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { isPassing } from '@/lib/domain/result';
import { entryText } from '@/lib/text/entry';
import { editorText } from '@/lib/text/entry-editor';
import { formatTime } from '@/lib/text/format';

type EditorBarProps = {
  title: string;
  status: EntryStatus;
  /** Nothing can be saved any more. */
  isLocked: boolean;
  back: { label: string; href: string };
  state: Saving;
  isDirty: boolean;
  /** What is offered. */
  notice: ReactNode;
  onSave: () => void;
  onCheck: () => void;
};

function progress(state: Saving, isDirty: boolean): string {
  if (state.kind === 'saving') return editorText.saving;
  if (state.kind === 'failed' && isPassing(state.problem)) return editorText.savedLater;
  const saved = state.kind === 'saved' ? editorText.saved(formatTime(state.at)) : '';
  if (!isDirty) return saved;
  return state.kind === 'saved' && state.isPartial ? `${saved}。${editorText.unsaved}` : editorText.unsaved;
}

export function EditorBar(props: EditorBarProps) {
  const { title, status, isLocked, back, state, isDirty, notice, onSave, onCheck } = props;
  return (
    <FormBar
      back={back}
      title={title}
      meta={<StatusLabel status={status} />}
      progress={progress(state, isDirty)}
      notice={notice}
    >
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
    </FormBar>
  );
}
