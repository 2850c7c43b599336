import 'server-only';
import type { Target } from '@/lib/domain/permissions';
import { type Db, sql } from './db';

type YearRow = { fiscalYearId: string; status: string; version: number };

export type YearTarget = Target & { fiscalYearId: string; version: number };

/** Locks the year's row shared, so that it can't be closed while one of its entries changes. */
export async function loadYear(tx: Db, wardId: string, year: number): Promise<YearTarget | undefined> {
  const row = await tx.first<YearRow>(sql`
    SELECT id AS "fiscalYearId", status, version FROM fiscal_year WHERE ward_id = ${wardId} AND year = ${year} FOR SHARE`);
  return row && { wardId, yearIsOpen: row.status === 'open', fiscalYearId: row.fiscalYearId, version: row.version };
}
