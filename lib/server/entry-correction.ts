import 'server-only';
import { missingForSubmit, snapshotOf } from '@/lib/domain/entry';
import { correctEntryInput } from '@/lib/domain/entry-administration';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { fail } from '@/lib/domain/result';
import { entrySearchKey } from '@/lib/domain/search-key';
import { changeOf, isUnchanged } from './audit';
import { command } from './command';
import { sql } from './db';
import { assigned } from './entry-columns';
import { takeStep } from './entry-history';
import { loadEntry } from './entry-target';

/** Changes the texts of an approved entry, which stays approved: what was approved, its amounts, is not touched. */
export const correctEntry = command({
  operation: 'entry.correct',
  input: correctEntryInput,
  load: loadEntry,
  async run(context, { row }, { entryId: _, version: __, reason, ...texts }) {
    const { actor } = context;
    const before = snapshotOf(row);
    const after = { ...before, ...texts };
    if (isUnchanged(changeOf(before, after))) return fail('unchanged');
    const missing = missingForSubmit(after).map((field) => [field, 'required'] as const);
    if (missing.length > 0) return fail('invalid_input', Object.fromEntries(missing) satisfies FieldErrors);
    const set = sql`${assigned(texts)}, search_key = ${entrySearchKey(after)},
      drafted_by = coalesce(drafted_by, ${actor.accountId}), last_edited_by = ${actor.accountId}`;
    return takeStep(context, row, before, { action: 'correct', after, reason }, set);
  },
});
