import type { Problem } from '@/lib/domain/result';
import { ProblemBanner } from './problem-banner';

export type FormTrouble = { problem: Problem; title?: string };

/** Why the form could not be sent on, beside its button. Keep it mounted. */
export function FormProblem({ trouble }: { trouble: FormTrouble | null }) {
  return <div role="alert">{trouble && <ProblemBanner {...trouble} />}</div>;
}
