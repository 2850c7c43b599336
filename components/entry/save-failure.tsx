import { ProblemBanner } from '@/components/form/problem-banner';
import type { Saving } from '@/lib/domain/draft';
import { isPassing } from '@/lib/domain/result';
import { keptText } from '@/lib/text/answers';
import { saveFailureText } from '@/lib/text/entry-editor';

/** Why it isn't stored, and that the text is safe. */
export function SaveFailure({ state }: { state: Saving }) {
  if (state.kind !== 'failed') return null;
  const { problem } = state;
  const title = isPassing(problem) ? saveFailureText[problem] : undefined;
  return (
    <ProblemBanner problem={problem} title={title} className="mb-4">
      {problem === 'new_version' && keptText}
    </ProblemBanner>
  );
}
