/** What was answered: per kind of work how often, and every change that the program said it had made. */
export class Journal {
  counts = {};
  changes = [];
  lostSessions = [];
  lastChangeBegan = 0;

  count(kind, outcome) {
    this.counts[kind] ??= { acknowledged: 0, refused: 0, unavailable: 0, lost: 0 };
    this.counts[kind][outcome] += 1;
  }

  /** @param began when the request was sent. */
  acknowledge(kind, began, change) {
    this.count(kind, 'acknowledged');
    this.changes.push(change);
    this.lastChangeBegan = Math.max(this.lastChangeBegan, began);
  }
}

/** What the histories say against what was acknowledged, in words; none is the aim. */
export async function contradictions(site, { changes: acknowledged, lostSessions }) {
  // People go on working while the histories are read: what they are told from now on is for the next time.
  const changes = [...acknowledged];
  const rows = await site.query(
    `SELECT r.entry_id AS id, r.version, r.action, (r.snapshot->>'amount')::bigint::text AS amount FROM entry_revision r
     WHERE r.entry_id = ANY($1::uuid[])`,
    [[...new Set(changes.map(({ id }) => id))]],
  );
  const there = new Map(rows.map((row) => [`${row.id} ${row.version}`, row]));
  const missing = changes.filter(({ id, version, action, amount }) => {
    const row = there.get(`${id} ${version}`);
    return row?.action !== action || row.amount !== amount;
  });
  const torn = await site.query(
    `SELECT e.id, e.version FROM entry e LEFT JOIN LATERAL (
       SELECT max(version) AS last, count(*) AS count FROM entry_revision r WHERE r.ward_id = e.ward_id AND r.entry_id = e.id) h ON true
     WHERE e.id = ANY($1::uuid[]) AND (h.last IS DISTINCT FROM e.version OR h.count <> e.version)`,
    [[...new Set(changes.map(({ id }) => id))]],
  );
  return [
    ...missing.map((change) => `acknowledged and not in the history: ${JSON.stringify(change)}`),
    ...torn.map(({ id, version }) => `entry ${id} at version ${version} is not its history's last`),
    ...lostSessions.map((who) => `the session of ${who} is gone`),
  ];
}

/** Revisions of these entries that nobody was told of: their answers were lost on the way. */
export async function untold(site, { changes }) {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const [{ count }] = await site.query('SELECT count(*)::int FROM entry_revision WHERE entry_id = ANY($1::uuid[])', [
    ids,
  ]);
  return count - changes.length;
}
