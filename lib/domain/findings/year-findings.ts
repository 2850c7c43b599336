import { isId } from '@/lib/domain/inputs';
import type { Finding } from './check';
import type { Severity } from './finding';
import { type FindingReason, isAllowed } from './finding-reasons';
import { RULE_NAMES, type RuleName } from './rules';

/** What is found in an entry of the year, or in one of the texts that its document prints around them. */
export type YearFinding = {
  finding: Finding;
  /** null: a text of the year itself. */
  entry: { id: string; name: string; departmentId: string; departmentName: string } | null;
  /** The category whose text it is. */
  categoryName: string | null;
  /** What was said of it with the last submission. */
  said: FindingReason | null;
};

export type FindingCounts = { errors: number; warnings: number };
const isError = ({ finding, said }: Pick<YearFinding, 'said'> & { finding: Pick<Finding, 'severity'> }): boolean =>
  finding.severity === 'error' && !isAllowed(said);
export const countFindings = (found: readonly Parameters<typeof isError>[0][]): FindingCounts => {
  const errors = found.filter(isError).length;
  return { errors, warnings: found.length - errors };
};

export const SEVERITIES = ['error', 'warning'] as const satisfies readonly Severity[];
/** What the address says; null: not filtered by it. */
export type FindingFilter = { department: string | null; severity: Severity | null; rule: RuleName | null };
export const ALL_FINDINGS: FindingFilter = { department: null, severity: null, rule: null };

const oneOf = <Value extends string>(values: readonly Value[], asked: unknown): Value | null =>
  values.find((value) => value === asked) ?? null;

export const findingFilterOf = (query: Record<string, unknown>): FindingFilter => ({
  department: isId(query.department) ? query.department : null,
  severity: oneOf(SEVERITIES, query.severity),
  rule: oneOf(RULE_NAMES, query.rule),
});

export const filterFindings = (found: readonly YearFinding[], filter: FindingFilter): YearFinding[] =>
  found.filter(
    (one) =>
      (filter.department === null || one.entry?.departmentId === filter.department) &&
      (filter.severity === null || isError(one) === (filter.severity === 'error')) &&
      (filter.rule === null || one.finding.rule === filter.rule),
  );

/** Errors alone that nobody has allowed, by the entry that they are in. */
export function errorsByEntry(found: readonly YearFinding[]) {
  const byEntry = new Map<string, { entry: NonNullable<YearFinding['entry']>; errors: Finding[] }>();
  for (const { finding, entry, said } of found) {
    if (!entry || !isError({ finding, said })) continue;
    byEntry.set(entry.id, { entry, errors: [...(byEntry.get(entry.id)?.errors ?? []), finding] });
  }
  return [...byEntry.values()];
}

/** Errors in the texts of the year itself, each for itself. */
export const errorsInTexts = (found: readonly YearFinding[]): YearFinding[] =>
  found.filter((one) => one.entry === null && isError(one));
