import type pg from 'pg';

/** The statements of one save as the app sends them, for the raw transaction and for the bare route. */
const SAVE = {
  load: `SELECT e.id, e.ward_id, e.fiscal_year_id, y.year, y.status, e.name, e.category_id, e.department_id, e.amount,
      e.is_priority, e.summary, e.innovation, e.status, e.version, e.ever_approved, e.drafted_by, e.last_edited_by
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = $1 AND e.id = $2 FOR SHARE OF y`,
  actor: `SELECT m.department_id, m.roles FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.ward_id = $1 AND m.account_id = $2 AND a.disabled_at IS NULL`,
  update: `WITH changed AS (
      UPDATE entry SET name = $3, amount = $4, summary = $5, search_key = $5, version = version + 1, steps = steps + 1,
        last_edited_by = $6, updated_at = now() WHERE ward_id = $1 AND id = $2 AND status = 'draft' AND version = $7
      RETURNING ward_id, id, steps, version)
    INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, before, after, actor_id, actor_role)
    SELECT ward_id, $8, id, steps, version, 'edit', $9, $9, $6, 'drafter' FROM changed`,
};

type Save = {
  wardId: string;
  entryId: string;
  version: number;
  accountId: string;
  text: string;
  newId(): string;
};

/** One save on one connection: the target, the actor, the change with its step. */
export async function saveOnce(
  client: pg.ClientBase,
  { wardId, entryId, version, accountId, text, newId }: Save,
): Promise<void> {
  const run = (name: keyof typeof SAVE, values: unknown[]) => client.query({ name, text: SAVE[name], values });
  const snapshot = JSON.stringify({ name: text, amount: version, summary: text, status: 'draft' });
  await client.query('BEGIN');
  await run('load', [wardId, entryId]);
  await run('actor', [wardId, accountId]);
  const { rowCount } = await run('update', [
    wardId,
    entryId,
    text,
    version,
    text,
    accountId,
    version,
    newId(),
    snapshot,
  ]);
  if (rowCount !== 1) throw new Error(`conflict at version ${version}`);
  await client.query('COMMIT');
}
