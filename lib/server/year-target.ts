import 'server-only';
import type { Target } from '@/lib/domain/permissions';
import type { CommandContext } from './command';
import { sql } from './db';

export type YearTarget = Target & { fiscalYearId: string };

/** Locks the year's row shared, so that it can't be closed while one of its entries changes. */
export async function loadYear(
  { tx, actor }: CommandContext,
  { year }: { year: number },
): Promise<YearTarget | undefined> {
  const row = await tx.first<{ fiscalYearId: string; yearIsOpen: boolean }>(sql`
    SELECT id AS "fiscalYearId", status = 'open' AS "yearIsOpen"
    FROM fiscal_year WHERE ward_id = ${actor.wardId} AND year = ${year} FOR SHARE`);
  return row && { wardId: actor.wardId, ...row };
}
