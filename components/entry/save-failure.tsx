import { ProblemBanner } from '@/components/form/problem-banner';
import { isPassing } from '@/lib/domain/result';
import { saveFailureText } from '@/lib/text/entry-editor';
import type { SaveState } from './use-entry-saving';

/** Why it isn't stored, and that the text is safe. */
export function SaveFailure({ state }: { state: SaveState }) {
  if (state.kind !== 'failed') return null;
  const { code } = state;
  const title = isPassing(code) ? saveFailureText[code] : undefined;
  return <ProblemBanner problem={code} title={title} className="mb-4" />;
}
