/** The statements of one save as the app sends them, for the raw transaction and for the bare route. */
export const SAVE = {
  load: `SELECT e.id, e.ward_id, e.fiscal_year_id, y.year, y.status, e.name, e.category_id, e.department_id, e.amount,
      e.is_priority, e.summary, e.innovation, e.status, e.version, e.ever_approved, e.drafted_by, e.last_edited_by
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = $1 AND e.id = $2 FOR SHARE OF y`,
  actor: `SELECT m.department_id, m.roles FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.ward_id = $1 AND m.account_id = $2 AND a.disabled_at IS NULL`,
  update: `UPDATE entry SET name = $3, amount = $4, summary = $5, search_key = $5, version = version + 1, last_edited_by = $6,
      updated_at = now() WHERE ward_id = $1 AND id = $2 AND status = 'draft' AND version = $7`,
  revision: `INSERT INTO entry_revision (ward_id, id, entry_id, version, action, snapshot, actor_id, actor_name, actor_role)
    VALUES ($1, $2, $3, $4, 'edit', $5, $6, 'bench', 'drafter')`,
  audit: `INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, before, after, actor_id, actor_name, actor_role)
    VALUES ($1, $2, 'entry.edit', 'entry', $3, $4, $4, $5, 'bench', 'drafter')`,
};

/** One save on one connection: the target, the actor, the change, the revision, the audit row. */
export async function saveOnce(client, { wardId, entryId, version, accountId, text, newId }) {
  const run = (name, values) => client.query({ name, text: SAVE[name], values });
  const snapshot = JSON.stringify({ name: text, amount: version, summary: text, status: 'draft' });
  await client.query('BEGIN');
  await run('load', [wardId, entryId]);
  await run('actor', [wardId, accountId]);
  const { rowCount } = await run('update', [wardId, entryId, text, version, text, accountId, version]);
  if (rowCount !== 1) throw new Error(`conflict at version ${version}`);
  await run('revision', [wardId, newId(), entryId, version + 1, snapshot, accountId]);
  await run('audit', [wardId, newId(), entryId, snapshot, accountId]);
  await client.query('COMMIT');
}
