import type pg from 'pg';
import { newId } from '@/lib/server/database/db';

type Added = { name: string; amount: number; categoryId?: string | undefined };

/** An entry that 2022 got after 2023 had been opened, of a project of its own, which is returned. */
export async function addToLastYear(owner: pg.Client, wardId: string, { name, amount, categoryId }: Added) {
  const projectId = newId();
  await owner.query('INSERT INTO project (ward_id, id) VALUES ($1, $2)', [wardId, projectId]);
  await owner.query(
    `WITH source AS (SELECT e.* FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id
       WHERE e.ward_id = $1 AND y.year = 2022 LIMIT 1),
     added AS (INSERT INTO entry SELECT (jsonb_populate_record(NULL::entry, to_jsonb(e) || jsonb_build_object('id', $3::uuid,
       'project_id', $2::uuid, 'name', $4::text, 'search_key', $4::text, 'amount', $5::int, 'recorded_last_year_amount', NULL,
       'category_id', coalesce($6::uuid, e.category_id)))).* FROM source e
       RETURNING ward_id, id, entry_snapshot(entry) AS snapshot)
     INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, after, actor_name, actor_role)
     SELECT ward_id, $7::uuid, id, 1, 1, 'recorded', snapshot, 'import', 'import' FROM added`,
    [wardId, projectId, newId(), name, amount, categoryId ?? null, newId()],
  );
  return projectId;
}
