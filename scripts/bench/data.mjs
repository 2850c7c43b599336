import { v7 } from 'uuid';

export const ENTRIES = 200;

/** Fills the open year up to 200 entries of the drafter's 課, each with its first step. */
export async function fillYear(client) {
  const { rows } = await client.query(`
    SELECT m.ward_id AS "wardId", m.account_id AS "accountId", m.department_id AS "departmentId", e.category_id AS "categoryId",
      e.fiscal_year_id AS "fiscalYearId", (SELECT count(*)::int FROM entry x WHERE x.ward_id = m.ward_id AND x.fiscal_year_id = e.fiscal_year_id) AS count
    FROM account a JOIN membership m ON m.account_id = a.id
    JOIN entry e ON e.ward_id = m.ward_id AND e.department_id = m.department_id AND e.status = 'draft'
    WHERE a.login_id = 'drafter' LIMIT 1`);
  const [scope] = rows;
  const prose = '区民の意見を踏まえ、地域の企業や団体と連携して取組を進める。'.repeat(5);
  const entries = [];
  for (let n = scope.count + 1; n <= ENTRIES; n += 1) {
    const entry = { id: v7(), projectId: v7(), name: `見本の事業 ${n}`, order: n };
    entries.push(entry);
    await client.query('INSERT INTO project (ward_id, id) VALUES ($1, $2)', [scope.wardId, entry.projectId]);
    await client.query(
      `INSERT INTO entry (ward_id, id, project_id, fiscal_year_id, category_id, department_id, name, amount, is_priority,
         sort_order, summary, innovation, search_key, status, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10, $10, $10, 'draft', 1)`,
      [
        scope.wardId,
        entry.id,
        entry.projectId,
        scope.fiscalYearId,
        scope.categoryId,
        scope.departmentId,
        entry.name,
        n * 100,
        n,
        prose,
      ],
    );
    await client.query(
      `INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, after, actor_name, actor_role)
       SELECT ward_id, $2, id, 1, 1, 'copy', entry_snapshot(entry), 'import', 'import' FROM entry WHERE ward_id = $1 AND id = $3`,
      [scope.wardId, v7(), entry.id],
    );
  }
  await client.query('ANALYZE');
  return { ...scope, entries, prose };
}
