import { searchKey } from '@/lib/domain/entry/search-key';
import type { App } from './app';

type Planted = { name: string; count: number; status: 'draft' | 'in_review'; fields?: object };

/** Entries of the demonstration drafter's 課 in the open year, called by `name` and a number, as an import leaves them. */
export async function plantEntries(app: App, { name, count, status, fields = {} }: Planted): Promise<void> {
  await app.rows(
    `WITH source AS (SELECT e.* FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
       WHERE e.name = '不登校児童生徒アウトリーチ型支援事業' AND y.year = 2023),
     numbers AS (SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS project FROM generate_series(1, $2::int) n),
     projects AS (INSERT INTO project (ward_id, id) SELECT s.ward_id, n.project FROM source s, numbers n),
     added AS (INSERT INTO entry SELECT (jsonb_populate_record(NULL::entry, to_jsonb(s) || jsonb_build_object('id', n.id,
       'project_id', n.project, 'name', $1::text || n.n, 'search_key', $5::text || n.n, 'status', $3::text, 'steps', 1,
       'version', 1, 'amount', 100 + n.n, 'last_year', 'new', 'recorded_last_year_amount', NULL, 'mark', 'new',
       'is_priority', false, 'sort_order', 1000 + n.n, 'summary', '相談の窓口を設けます。',
       'innovation', '地域の団体と連携します。') || $4::jsonb)).* FROM source s, numbers n
       RETURNING ward_id, id, entry_snapshot(entry) AS snapshot)
     INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, after, actor_name, actor_role)
     SELECT ward_id, gen_random_uuid(), id, 1, 1, 'recorded', snapshot, 'import', 'import' FROM added`,
    [name, count, status, JSON.stringify(fields), searchKey(name)],
  );
}

/** The entry of that address as the demonstration drafter submits it, with an amount. */
export async function plantSubmission(app: App, path: string): Promise<void> {
  await app.rows(
    `WITH sent AS (UPDATE entry SET status = 'in_review', amount = 3900, steps = steps + 1, version = version + 1,
       contributors = array_append(contributors, a.id), drafted_by = a.id, last_edited_by = a.id, updated_by = a.name
       FROM account a WHERE a.login_id = 'drafter' AND entry.id = $1
       RETURNING entry.*, entry_snapshot(entry) AS snapshot, a.id AS actor_id, a.name AS actor_name)
     INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, after, actor_id, actor_name, actor_role)
     SELECT ward_id, gen_random_uuid(), id, steps, version, 'submit', snapshot, actor_id, actor_name, 'drafter' FROM sent`,
    [path.split('/').at(-1)],
  );
}
