import { fail, type Result, succeed } from '@/lib/domain/result';
import type { EntryFinding } from './check';

/**
 * What somebody said of a warning when they submitted: why it stays, or with '' that they have looked. An error stands by the
 * name of the administrator who lets it.
 */
export type FindingReason = {
  rule: string;
  place: string;
  flagged: string;
  reason: string;
  allowedBy?: string;
} & Contradiction;
/** What stands there, and what it is held against: with an error that somebody lets stand. */
type Contradiction = Partial<Pick<EntryFinding, 'found' | 'expected'>>;

type Flagged = { rule: string; place: string; flagged: string };
export const isSaidOf = (finding: Flagged, said: Flagged): boolean =>
  said.rule === finding.rule && said.place === finding.place && said.flagged === finding.flagged;

/** What was said of it, while the text that it stopped at is the same, and of an error what it is held against. */
export const reasonFor = (finding: EntryFinding, reasons: readonly FindingReason[]): FindingReason | undefined =>
  reasons.find(
    (said) =>
      isSaidOf(finding, said) &&
      (said.allowedBy === undefined || (said.found === finding.found && said.expected === finding.expected)),
  );

/** Somebody has let an error stand: it is no error any more, but something to look at. */
export const isAllowed = (said: FindingReason | null | undefined): boolean => said?.allowedBy !== undefined;

/** The errors that nobody lets stand. */
export const openErrors = <Of extends EntryFinding>(findings: readonly Of[], reasons: readonly FindingReason[]): Of[] =>
  findings.filter((finding) => finding.severity === 'error' && !isAllowed(reasonFor(finding, reasons)));

const isAnswered = (finding: EntryFinding, reasons: readonly FindingReason[]): boolean => {
  const said = reasonFor(finding, reasons);
  return said !== undefined && (!finding.asksReason || said.reason !== '');
};

/**
 * What is kept of the reasons with a submission, null for none; an error, or a warning that nobody has answered, stands against
 * it. `stored` is what the entry has: who submits it lets no error stand.
 */
export function settleFindings(
  findings: readonly EntryFinding[],
  given: readonly FindingReason[],
  stored: readonly FindingReason[] = [],
): Result<FindingReason[] | null> {
  const reasons = [...stored.filter(isAllowed), ...given];
  if (openErrors(findings, reasons).length > 0) return fail('findings_wrong');
  if (!findings.every((finding) => isAnswered(finding, reasons))) return fail('findings_unanswered');
  const kept = findings.flatMap((finding) => reasonFor(finding, reasons) ?? []);
  const once = kept.filter((said, index) => kept.indexOf(said) === index);
  return succeed(once.length > 0 ? once : null);
}
