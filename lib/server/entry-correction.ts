import 'server-only';
import { missingForSubmit, snapshotOf } from '@/lib/domain/entry';
import { correctEntryInput } from '@/lib/domain/entry-administration';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { fail, succeed } from '@/lib/domain/result';
import { entrySearchKey } from '@/lib/domain/search-key';
import { changeOf, isUnchanged } from './audit';
import { command } from './command';
import { sql } from './db';
import { assigned } from './entry-columns';
import { recordStep } from './entry-history';
import { loadEntry, type Saved } from './entry-target';

/** Changes the texts of an approved entry, which stays approved: what was approved, its amounts, is not touched. */
export const correctEntry = command({
  operation: 'entry.correct',
  input: correctEntryInput,
  load: loadEntry,
  async run(context, { row }, { entryId, version, reason, ...texts }) {
    const { tx, actor } = context;
    const before = snapshotOf(row);
    const after = { ...before, ...texts };
    if (isUnchanged(changeOf(before, after))) return fail('unchanged');
    const missing = missingForSubmit(after).map((field) => [field, 'required'] as const);
    if (missing.length > 0) return fail('invalid_input', Object.fromEntries(missing) satisfies FieldErrors);
    const changed = await tx.run(sql`
      UPDATE entry SET ${assigned(texts)}, search_key = ${entrySearchKey(after)}, version = version + 1, drafted_by = coalesce(drafted_by, ${actor.accountId}), last_edited_by = ${actor.accountId},
        updated_at = now()
      WHERE ward_id = ${actor.wardId} AND id = ${entryId} AND status = 'approved' AND version = ${version}`);
    if (changed !== 1) return fail('conflict');
    await recordStep(context, { entryId, version: version + 1, action: 'correct', before, after, reason });
    return succeed<Saved>({ entryId, version: version + 1 });
  },
});
