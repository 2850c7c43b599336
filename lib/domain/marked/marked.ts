import type { EntryField } from '@/lib/domain/entry/entry-fields';
import { type NewestDecision, TAKEN_BACK, WORKFLOW, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { type FindingReason, openErrors, reasonFor } from '@/lib/domain/findings/finding-reasons';
import { reasonInput } from '@/lib/domain/inputs';
import { type ErrorCode, isPassing } from '@/lib/domain/result';
import { sumKnown } from '@/lib/domain/year/totals';
import { MARKED_ACTS, type MarkedAct, type MarkedEntry } from './marking';

export const isStep = (act: MarkedAct): act is Extract<MarkedAct, WorkflowAction> => Object.hasOwn(WORKFLOW, act);
export const asksReason = (act: MarkedAct): boolean =>
  act === 'move' || (isStep(act) && WORKFLOW[act].reason === 'required');

/** Rare ones, and those that take something away, are never at hand beside the others. */
const IN_MENU_ALONE: readonly MarkedAct[] = ['prioritize', 'unprioritize', 'withdraw', 'reopen', 'withdrawApproved'];
const MOST_BUTTONS = 3;

/** An act, and those of the marked entries that it takes. */
export type Offer = { act: MarkedAct; entries: MarkedEntry[] };

/** What is offered as a button, and what in a menu. */
export function placed(offers: readonly Offer[]): Record<'buttons' | 'menu', Offer[]> {
  const buttons = offers.filter(({ act }) => !IN_MENU_ALONE.includes(act)).slice(0, MOST_BUTTONS);
  return { buttons, menu: offers.filter((offer) => !buttons.includes(offer)) };
}

/** What undoes an act for those who have just taken it. */
export function undoing(act: MarkedAct): MarkedAct | null {
  if (isStep(act)) return WORKFLOW[act].undoneBy;
  if (act === 'move') return null;
  return act === 'prioritize' ? 'unprioritize' : 'prioritize';
}

type Outcome = { done: readonly unknown[]; failed: readonly { code: ErrorCode }[] };
/**
 * Whether the reason of an act has done what it was written for. It is kept while it is asked about some first (`isAsked`), and
 * where some are worth sending once more as it was said: nothing stood against them.
 */
export const isSpent = ({ done, failed }: Outcome, isAsked: boolean): boolean =>
  done.length > 0 && !isAsked && !failed.some(({ code }) => isPassing(code) || code === 'signed_out');

const isDecision = (act: MarkedAct): act is NewestDecision['action'] =>
  (TAKEN_BACK as readonly MarkedAct[]).includes(act);

/** As an entry stands once the act is done. */
export const afterAct = (act: MarkedAct, entry: MarkedEntry, version: number): MarkedEntry => ({
  ...entry,
  version,
  takes: isDecision(act) ? act : undefined,
});

/** What takes none of them is left out. */
export const offered = (marked: readonly MarkedEntry[]): Offer[] =>
  MARKED_ACTS.map((act) => ({ act, entries: marked.filter(({ acts }) => acts.includes(act)) })).filter(
    ({ entries }) => entries.length > 0,
  );

export type MarkedSum = { name: string; sum: number; isComplete: boolean };
/** What entries come to, by category in the order in which they stand. */
export function sumsOf(marked: readonly MarkedEntry[]): MarkedSum[] {
  const names = [...new Set(marked.map(({ categoryName }) => categoryName))];
  return names.map((name) => ({
    name,
    ...sumKnown(marked.filter(({ categoryName }) => categoryName === name).map(({ amount }) => amount)),
  }));
}

/** What is to be said of an entry before it is submitted or decided about. */
export type MarkedCheck = {
  id: string;
  missing: EntryField[];
  findings: EntryFinding[];
  said: FindingReason[];
};

/** What stands against submitting it with others, and what is said of its warnings otherwise. `typedOf`: of those that ask a reason. */
export function submissionOf(
  { missing, findings, said }: MarkedCheck,
  typedOf: (finding: EntryFinding) => string | undefined = () => undefined,
) {
  const warnings = findings.filter(({ severity }) => severity !== 'error');
  const storedOf = (finding: EntryFinding): string => reasonFor(finding, said)?.reason ?? '';
  const reasonOf = (finding: EntryFinding): string => storedOf(finding) || (typedOf(finding) ?? '');
  const asked = warnings.filter((finding) => finding.asksReason && storedOf(finding) === '');
  return {
    missing,
    errors: openErrors(findings, said).length,
    /** Why they stay has to be written, for each by itself; and those of which it isn't yet. */
    asked,
    unexplained: asked.filter((finding) => !reasonInput.safeParse(reasonOf(finding)).success),
    warnings,
    answers: warnings.map((finding): FindingReason => {
      const { rule, place, flagged } = finding;
      return { rule, place, flagged, reason: reasonOf(finding) };
    }),
  };
}
export type Submission = ReturnType<typeof submissionOf>;

/** With reasons it can be submitted. */
export const isExplicable = ({ missing, errors }: Submission): boolean => missing.length === 0 && errors === 0;

export const isReady = (submission: Submission): boolean =>
  isExplicable(submission) && submission.unexplained.length === 0;
