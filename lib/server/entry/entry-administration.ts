import 'server-only';
import { missingForSubmit, snapshotOf } from '@/lib/domain/entry/entry';
import { correctEntryInput, moveEntriesInput } from '@/lib/domain/entry/entry-administration';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { entrySearchKey } from '@/lib/domain/entry/search-key';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { openErrors } from '@/lib/domain/findings/finding-reasons';
import { fail, failFor, succeed } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { findEntryFindings } from '@/lib/server/findings/entry-findings-queries';
import { atLockedWard, type CommandContext, command } from '@/lib/server/gate/command';
import { changeOf, isUnchanged } from '@/lib/server/history/audit';
import { takeStep } from '@/lib/server/history/entry-history';
import { assigned, isInUse, loadEntry } from './entry-target';
import { withKnownUndecidable } from './undecidable-entries';

/** Changes the texts of an approved entry, which stays approved: what was approved, its amounts, is not touched. */
export const correctEntry = command({
  operation: 'entry.correct',
  input: correctEntryInput,
  load: loadEntry,
  async run(context, { entry: row }, { entryId: _, version: __, reason, ...texts }) {
    const { actor } = context;
    const before = snapshotOf(row);
    const after = { ...before, ...texts };
    if (isUnchanged(changeOf(before, after))) return fail('unchanged');
    const missing = missingForSubmit(after).map((field) => [field, 'required'] as const);
    if (missing.length > 0) return fail('invalid_input', Object.fromEntries(missing) satisfies FieldErrors);
    const set = sql`${assigned(texts)}, search_key = ${entrySearchKey(after)},
      drafted_by = coalesce(drafted_by, ${actor.accountId}), last_edited_by = ${actor.accountId}`;
    const taken = await takeStep(context, row, before, { action: 'correct', after, reason }, set);
    if (!taken.ok) return taken;
    // Held against what stands there now, and taken back with it.
    const findings = await findEntryFindings(context.tx, actor.wardId, row.id);
    return openErrors(findings, row.findingReasons ?? []).length > 0 ? fail('findings_wrong') : taken;
  },
});

type Expected = { entryId: string; version: number };
type Found = NonNullable<Awaited<ReturnType<typeof loadEntry>>>;

/** In one order, so that two of them don't wait for each other. */
async function load(context: CommandContext, { entries }: { entries: Expected[] }) {
  // One at a time with what takes rights away, so that neither leaves an entry to nobody behind the other's back.
  await atLockedWard(context);
  const expected = new Map(entries.map((entry) => [entry.entryId, entry]));
  const found: Found[] = [];
  for (const [, entry] of [...expected].sort(([one], [other]) => one.localeCompare(other))) {
    const target = await loadEntry(context, entry);
    if (!target) return undefined;
    found.push(target);
  }
  return { wardId: context.actor.wardId, isOpen: found.every(({ isOpen }) => isOpen), found };
}

/** A category has to be one of the year of each entry. */
async function isCategoryOfAll({ tx, actor }: CommandContext, found: Found[], categoryId: string) {
  const years = [...new Set(found.map(({ entry }) => entry.fiscalYearId))];
  const rows = await tx.rows(sql`SELECT id FROM category_year WHERE ward_id = ${actor.wardId}
    AND category_id = ${categoryId} AND fiscal_year_id = ANY (${years}::uuid[])`);
  return rows.length === years.length;
}

/**
 * Gives entries of open years to another 課 or category, all or none. Their status stays: what waits for approval waits on, for
 * the approvers of the new 課.
 */
export const moveEntries = command({
  operation: 'entry.move',
  input: moveEntriesInput,
  load,
  async run(context, { found }, { departmentId, categoryId, reason, knownUndecidable }) {
    if (departmentId && !(await isInUse(context, departmentId))) {
      return fail('invalid_input', { departmentId: 'not_in_list' });
    }
    if (categoryId && !(await isCategoryOfAll(context, found, categoryId))) {
      return fail('invalid_input', { categoryId: 'not_in_list' });
    }
    const move = async () => {
      const changedMeanwhile: string[] = [];
      let count = 0;
      /** Of the last one that moved. */
      let version = 0;
      for (const { entry: row, expectedVersion } of found) {
        const to = { departmentId: departmentId ?? row.departmentId, categoryId: categoryId ?? row.categoryId };
        const isMoving = to.departmentId !== row.departmentId || to.categoryId !== row.categoryId;
        const before = snapshotOf(row);
        const step = { action: 'move', after: { ...before, ...to }, reason } as const;
        const set = sql`department_id = ${to.departmentId}, category_id = ${to.categoryId}`;
        if (row.version !== expectedVersion) changedMeanwhile.push(row.name);
        else if (isMoving) {
          const moved = await takeStep(context, row, before, step, set);
          if (moved.ok) {
            count += 1;
            version = moved.value.version;
          } else changedMeanwhile.push(row.name);
        }
      }
      if (changedMeanwhile.length > 0) return failFor(changedMeanwhile, 'conflict');
      return count === 0 ? fail('unchanged') : succeed({ count, version });
    };
    // Who decides is a matter of the 課, and of what waits for a decision.
    const waits = departmentId !== undefined && found.some(({ entry }) => WAITING.includes(entry.status));
    return waits ? withKnownUndecidable(context, { known: knownUndecidable }, move) : move();
  },
});
