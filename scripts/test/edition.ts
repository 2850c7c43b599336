import type pg from 'pg';
import type { AuditFinding } from '@/lib/server/history/audit-verify';

/** A final edition of the year's figures as they stand, without its documents. */
export async function plantEdition(owner: pg.Client, wardId: string, year: number): Promise<void> {
  await owner.query(
    `WITH y AS (SELECT * FROM fiscal_year WHERE ward_id = $1 AND year = $2),
     numbered AS (SELECT count(*)::int + 1 AS number FROM edition n JOIN y ON n.ward_id = y.ward_id AND n.fiscal_year_id = y.id),
     n AS (INSERT INTO edition (ward_id, id, fiscal_year_id, number, kind, reason, published_by, publisher_name)
       SELECT y.ward_id, gen_random_uuid(), y.id, number, CASE number WHEN 1 THEN 'first' ELSE 'corrected' END, '訂正',
         (SELECT account_id FROM membership WHERE ward_id = $1 AND 'admin' = ANY (roles) LIMIT 1), '予算管理者'
       FROM y, numbered RETURNING ward_id, id, fiscal_year_id),
     entries AS (INSERT INTO edition_entry
         (ward_id, id, edition_id, entry_id, project_id, category_id, department_id, name, amount, sort_order)
       SELECT e.ward_id, gen_random_uuid(), n.id, e.id, e.project_id, e.category_id, e.department_id, e.name, e.amount, e.sort_order
       FROM n JOIN entry e ON e.ward_id = n.ward_id AND e.fiscal_year_id = n.fiscal_year_id WHERE e.status <> 'withdrawn')
     INSERT INTO edition_category (ward_id, id, edition_id, category_id, name, annex_amount, recorded_total, sort_order)
     SELECT c.ward_id, gen_random_uuid(), n.id, c.category_id, c.name, c.annex_amount, c.recorded_total, c.sort_order
     FROM n JOIN category_year c ON c.ward_id = n.ward_id AND c.fiscal_year_id = n.fiscal_year_id`,
    [wardId, year],
  );
}

/** Nobody published what was planted, which `audit:verify` finds. */
export const isNotOfPlantedEdition = ({ code }: AuditFinding): boolean => code !== 'edition_unrecorded';
