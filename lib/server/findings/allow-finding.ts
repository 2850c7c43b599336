import 'server-only';
import { snapshotOf } from '@/lib/domain/entry/entry';
import { isSaidOf, openErrors, reasonFor } from '@/lib/domain/findings/finding-reasons';
import { allowFindingInput } from '@/lib/domain/findings/finding-reasons-input';
import { fail } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { loadEntry } from '@/lib/server/entry/entry-target';
import { command } from '@/lib/server/gate/command';
import { takeStep } from '@/lib/server/history/entry-history';
import { findEntryFindings } from './entry-findings-queries';

/** Lets one error of an entry stand, as long as what it stops at stays the same: the rule is wrong about it. */
export const allowFinding = command({
  operation: 'entry.allowFinding',
  input: allowFindingInput,
  load: loadEntry,
  async run(context, { entry: row }, { rule, place, flagged, reason }) {
    const findings = await findEntryFindings(context.tx, context.actor.wardId, row.id);
    const stored = row.findingReasons ?? [];
    const error = openErrors(findings, stored).find((finding) => isSaidOf(finding, { rule, place, flagged }));
    if (!error) return fail('conflict');
    const { found, expected } = error;
    const others = stored.filter(
      (said) => !reasonFor(error, [said]) && findings.some((finding) => reasonFor(finding, [said])),
    );
    const allowedBy = context.actor.name;
    const allowed = { rule, place, flagged, reason, allowedBy, found, ...(expected !== undefined && { expected }) };
    const findingReasons = [...others, allowed];
    const before = snapshotOf(row);
    const step = { action: 'allowFinding', after: { ...before, findingReasons }, reason } as const;
    return takeStep(context, row, before, step, sql`finding_reasons = ${JSON.stringify(findingReasons)}::jsonb`);
  },
});
