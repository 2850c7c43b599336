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
    `SELECT s.entry_id AS id, s.version, s.action, (SELECT d.after->>'amount' FROM entry_step d WHERE d.entry_id = s.entry_id
       AND d.sequence <= s.sequence AND d.after ? 'amount' ORDER BY d.sequence DESC LIMIT 1) AS amount
     FROM entry_step s WHERE s.entry_id = ANY($1::uuid[])`,
    [[...new Set(changes.map(({ id }) => id))]],
  );
  // Decisions don't make versions: as many as were acknowledged on one have to be there.
  const keyOf = ({ id, version, action, amount }) => [id, version, action, amount].join(' ');
  const there = new Map();
  for (const row of rows) there.set(keyOf(row), (there.get(keyOf(row)) ?? 0) + 1);
  const missing = changes.filter((change) => {
    const left = there.get(keyOf(change)) ?? 0;
    there.set(keyOf(change), left - 1);
    return left < 1;
  });
  const torn = await site.query(
    `SELECT e.id, e.version FROM entry e LEFT JOIN LATERAL (
       SELECT max(version) AS version, max(sequence) AS last, count(*) AS count FROM entry_step s
       WHERE s.ward_id = e.ward_id AND s.entry_id = e.id) h ON true
     WHERE e.id = ANY($1::uuid[]) AND (h.version IS DISTINCT FROM e.version OR h.last <> e.steps OR h.count <> e.steps)`,
    [[...new Set(changes.map(({ id }) => id))]],
  );
  return [
    ...missing.map((change) => `acknowledged and not in the history: ${JSON.stringify(change)}`),
    ...torn.map(({ id, version }) => `entry ${id} at version ${version} is not its history's last`),
    ...lostSessions.map((who) => `the session of ${who} is gone`),
  ];
}

/** Steps of these entries that nobody was told of: their answers were lost on the way. */
export async function untold(site, { changes }) {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const [{ count }] = await site.query('SELECT count(*)::int FROM entry_step WHERE entry_id = ANY($1::uuid[])', [ids]);
  return count - changes.length;
}
