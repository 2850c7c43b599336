import * as z from 'zod/mini';
import { proseInput } from '@/lib/domain/inputs';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { EntryFinding } from './check';

/** What somebody said of a warning when they submitted: why it stays, or with '' that they have looked. */
export type FindingReason = { rule: string; place: string; flagged: string; reason: string };

const FINDINGS_LIMIT = 500;
const code = z.string().check(z.maxLength(40));
export const findingReasonsInput = z
  .array(z.object({ rule: code, place: code, flagged: z.string().check(z.maxLength(2000)), reason: proseInput }))
  .check(z.maxLength(FINDINGS_LIMIT));

/** What was said of it, while the text that it stopped at is the same. */
export const reasonFor = (
  { rule, place, flagged }: Pick<EntryFinding, 'rule' | 'place' | 'flagged'>,
  reasons: readonly FindingReason[],
): FindingReason | undefined =>
  reasons.find((said) => said.rule === rule && said.place === place && said.flagged === flagged);

const isAnswered = (finding: EntryFinding, reasons: readonly FindingReason[]): boolean => {
  const said = reasonFor(finding, reasons);
  return said !== undefined && (!finding.asksReason || said.reason !== '');
};

/** What is kept of the reasons with a submission, null for none; an error, or a warning that nobody has answered, stands against it. */
export function settleFindings(
  findings: readonly EntryFinding[],
  reasons: readonly FindingReason[],
): Result<FindingReason[] | null> {
  if (findings.some(({ severity }) => severity === 'error')) return fail('findings_wrong');
  if (!findings.every((finding) => isAnswered(finding, reasons))) return fail('findings_unanswered');
  const kept = findings.flatMap((finding) => reasonFor(finding, reasons) ?? []);
  const once = kept.filter((said, index) => kept.indexOf(said) === index);
  return succeed(once.length > 0 ? once : null);
}
