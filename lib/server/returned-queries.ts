import 'server-only';
import type { ReturnedEntry } from '@/lib/domain/entry-view';
import { db, sql } from './db';
import type { Reader } from './reading';

/** What the reader returned and nobody has submitted again: their reasons stay in their sight. */
export async function listReturnedByReader(reader: Reader, year: number): Promise<ReturnedEntry[]> {
  const rows = await db.rows<Omit<ReturnedEntry, 'at'> & { at: Date }>(sql`
    SELECT e.id, e.name, d.name AS "departmentName", r.reason, r.at FROM entry e
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    JOIN LATERAL (
      SELECT action, reason, actor_id, at FROM entry_step
      WHERE ward_id = e.ward_id AND entry_id = e.id AND action IN ('return', 'reopen')
      ORDER BY sequence DESC LIMIT 1) r ON r.action = 'return' AND r.actor_id = ${reader.accountId}
    WHERE e.ward_id = ${reader.wardId} AND y.year = ${year} AND e.status IN ('draft', 'returned')
    ORDER BY r.at DESC, e.id`);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
