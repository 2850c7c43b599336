import type { Problem } from '@/lib/domain/result';
import { ProblemBanner } from './problem-banner';

export type FormTrouble = { problem: Problem; title?: string; details?: string };

/** Why the form could not be sent on, beside its button. Keep it mounted; empty, it takes no gap. */
export function FormProblem({ trouble }: { trouble: FormTrouble | null }) {
  return (
    <div role="alert" className="empty:absolute">
      {trouble && (
        <ProblemBanner problem={trouble.problem} title={trouble.title}>
          {trouble.details}
        </ProblemBanner>
      )}
    </div>
  );
}
