import type pg from 'pg';

export type BrokenRevision = {
  code: 'revision_changed' | 'revision_missing' | 'last_revision_missing' | 'entry_differs';
  wardCode: string;
  entryId: string;
  version: number;
};

/**
 * Recomputes the chain of every entry's revisions: a row that was changed, one that is missing from the middle, and a
 * missing last one (the entry's own version is ahead of its history), and an entry whose content isn't that of its last one.
 */
export async function verifyAudit(client: pg.ClientBase): Promise<BrokenRevision[]> {
  const { rows } = await client.query(`
    WITH chained AS (
      SELECT r, r.ward_id, r.entry_id, r.version,
        lag(r.hash, 1, '') OVER entry AS previous, lag(r.version, 1, 0) OVER entry AS before
      FROM entry_revision r WINDOW entry AS (PARTITION BY r.ward_id, r.entry_id ORDER BY r.version)
    ), broken AS (
      SELECT 'revision_missing' AS code, ward_id, entry_id, before + 1 AS version FROM chained WHERE version <> before + 1
      UNION ALL
      SELECT 'revision_changed', ward_id, entry_id, version FROM chained
        WHERE version = before + 1 AND ((r).prev_hash <> previous OR (r).hash <> revision_hash(r, (r).prev_hash))
      UNION ALL
      SELECT 'last_revision_missing', e.ward_id, e.id, e.version FROM entry e
        WHERE e.version <> (SELECT coalesce(max(version), 0) FROM entry_revision r WHERE r.ward_id = e.ward_id AND r.entry_id = e.id)
      UNION ALL
      SELECT 'entry_differs', e.ward_id, e.id, e.version FROM entry e
        JOIN entry_revision r ON r.ward_id = e.ward_id AND r.entry_id = e.id AND r.version = e.version
        WHERE r.snapshot <> jsonb_build_object('name', e.name, 'categoryId', e.category_id, 'departmentId', e.department_id,
          'amount', e.amount, 'isPriority', e.is_priority, 'summary', e.summary, 'innovation', e.innovation, 'status', e.status)
    )
    SELECT b.code, w.code AS "wardCode", b.entry_id AS "entryId", b.version
    FROM broken b JOIN ward w ON w.id = b.ward_id ORDER BY w.code, b.entry_id, b.version`);
  return rows as BrokenRevision[];
}
