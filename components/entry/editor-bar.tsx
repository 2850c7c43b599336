import { Button } from '@/components/ui/button';
import { StatusLabel } from '@/components/ui/status-label';
import { StatusRegion } from '@/components/ui/status-region';
import type { EntryStatus } from '@/lib/domain/entry-workflow';
import { entryText } from '@/lib/text/entry';
import { editorText } from '@/lib/text/entry-editor';
import { formatTime } from '@/lib/text/format';
import type { SaveState } from './use-entry-saving';

type EditorBarProps = {
  title: string;
  status: EntryStatus;
  back: { label: string; href: string };
  state: SaveState;
  isDirty: boolean;
  onSave: () => void;
  onCheck: () => void;
};

function progress(state: SaveState, isDirty: boolean): string {
  if (state.kind === 'saving') return editorText.saving;
  if (isDirty) return editorText.unsaved;
  return state.kind === 'saved' ? editorText.saved(formatTime(state.at)) : '';
}

/** Stays in sight while the form scrolls, where there is height for it. */
export function EditorBar({ title, status, back, state, isDirty, onSave, onCheck }: EditorBarProps) {
  return (
    <div className="z-10 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-420 bg-white py-2 tall:sticky tall:top-0">
      <a href={back.href} className="link whitespace-nowrap">
        {back.label}
      </a>
      <h1 className="min-w-0 text-std-18B-160">{title}</h1>
      <StatusLabel status={status} />
      <div className="ms-auto flex flex-wrap items-center gap-3">
        <StatusRegion className="text-dns-14N-130">{progress(state, isDirty)}</StatusRegion>
        <Button onClick={onSave} aria-keyshortcuts={editorText.shortcutSave}>
          {editorText.save}
        </Button>
        <Button variant="primary" onClick={onCheck} aria-keyshortcuts={editorText.shortcutCheck}>
          {entryText.check}
        </Button>
      </div>
    </div>
  );
}
