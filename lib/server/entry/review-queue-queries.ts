import 'server-only';
import type { QueuedEntry } from '@/lib/domain/entry/review-queue';
import { db, sql } from '@/lib/server/database/db';
import {
  isOpenYear,
  isWaitingEntry,
  joinLastYear,
  joinSubmission,
  lastYearAmount,
  submittedAt,
  submittedBy,
} from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';

/** The entries of the year that wait for the reader, and the one that they look at, in the order of print. */
export const listReviewQueue = (
  { wardId, accountId }: Reader,
  year: number,
  currentId: string | null,
): Promise<QueuedEntry[]> =>
  db.rows<Selected<QueuedEntry, EntryModel, 'id' | 'departmentId' | 'name' | 'status' | 'amount'>>(sql`
    SELECT e.id, e.name, e.department_id AS "departmentId", d.name AS "departmentName", e.status, e.amount,
      ${lastYearAmount} AS "lastYearAmount", ${submittedAt} AS "submittedAt", w."isWaiting"
    FROM fiscal_year y
    JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    JOIN category_year c ON c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.category_id = e.category_id
    ${joinLastYear} ${joinSubmission}
    CROSS JOIN LATERAL (SELECT ${isOpenYear('y')} AND ${isWaitingEntry} AND EXISTS (SELECT FROM entry_decider r
      WHERE r.ward_id = e.ward_id AND r.entry_id = e.id AND r.account_id = ${accountId}) AS "isWaiting") w
    WHERE y.ward_id = ${wardId} AND y.year = ${year} AND (w."isWaiting" OR e.id = ${currentId}::uuid)
    ORDER BY c.sort_order, c.id, e.sort_order, e.id`);

export type Submission = { at: Date; by: string | null };

/** When the entries of the year that wait for anybody were submitted, and by whom. */
export async function listSubmissions({ wardId }: Reader, year: number): Promise<ReadonlyMap<string, Submission>> {
  const rows = await db.rows<Submission & { id: string }>(sql`
    SELECT e.id, ${submittedAt} AS at, ${submittedBy} AS by
    FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id ${joinSubmission}
    WHERE y.ward_id = ${wardId} AND y.year = ${year} AND ${isWaitingEntry}`);
  return new Map(rows.map(({ id, ...submission }) => [id, submission]));
}
