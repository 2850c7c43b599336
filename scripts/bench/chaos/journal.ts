import type { Site } from './site';

export type Work = 'sign-ins' | 'saves' | 'decisions' | 'exports' | 'pages';
export type Outcome = 'acknowledged' | 'refused' | 'unavailable' | 'lost';
type Change = { id: string; version: number; action: string; amount: string };

/** What was answered: per kind of work how often, and every change that the program said it had made. */
export class Journal {
  readonly counts: Partial<Record<Work, Record<Outcome, number>>> = {};
  readonly changes: Change[] = [];
  readonly lostSessions: string[] = [];
  lastChangeBegan = 0;

  count(work: Work, outcome: Outcome): void {
    this.counts[work] ??= { acknowledged: 0, refused: 0, unavailable: 0, lost: 0 };
    this.counts[work][outcome] += 1;
  }

  /** @param began when the request was sent. */
  acknowledge(work: Work, began: number, change: Change): void {
    this.count(work, 'acknowledged');
    this.changes.push(change);
    this.lastChangeBegan = Math.max(this.lastChangeBegan, began);
  }
}

/** What the histories say against what was acknowledged, in words; none is the aim. */
export async function contradictions(
  site: Site,
  { changes: acknowledged, lostSessions }: Pick<Journal, 'changes' | 'lostSessions'>,
): Promise<string[]> {
  // People go on working while the histories are read: what they are told from now on is for the next time.
  const changes = [...acknowledged];
  const ids = [...new Set(changes.map(({ id }) => id))];
  const rows = await site.query<Change>(
    `SELECT s.entry_id AS id, s.version, s.action, (SELECT d.after->>'amount' FROM entry_step d WHERE d.entry_id = s.entry_id
       AND d.sequence <= s.sequence AND d.after ? 'amount' ORDER BY d.sequence DESC LIMIT 1) AS amount
     FROM entry_step s WHERE s.entry_id = ANY($1::uuid[])`,
    [ids],
  );
  // Decisions don't make versions: as many as were acknowledged on one have to be there.
  const keyOf = ({ id, version, action, amount }: Change) => [id, version, action, amount].join(' ');
  const there = new Map<string, number>();
  for (const row of rows) there.set(keyOf(row), (there.get(keyOf(row)) ?? 0) + 1);
  const missing = changes.filter((change) => {
    const left = there.get(keyOf(change)) ?? 0;
    there.set(keyOf(change), left - 1);
    return left < 1;
  });
  const torn = await site.query<{ id: string; version: number }>(
    `SELECT e.id, e.version FROM entry e LEFT JOIN LATERAL (
       SELECT max(version) AS version, max(sequence) AS last, count(*) AS count FROM entry_step s
       WHERE s.ward_id = e.ward_id AND s.entry_id = e.id) h ON true
     WHERE e.id = ANY($1::uuid[]) AND (h.version IS DISTINCT FROM e.version OR h.last <> e.steps OR h.count <> e.steps)`,
    [ids],
  );
  return [
    ...missing.map((change) => `acknowledged and not in the history: ${JSON.stringify(change)}`),
    ...torn.map(({ id, version }) => `entry ${id} at version ${version} is not its history's last`),
    ...lostSessions.map((who) => `the session of ${who} is gone`),
  ];
}

/** Steps of these entries that nobody was told of: their answers were lost on the way. */
export async function untold(site: Site, { changes }: Pick<Journal, 'changes'>): Promise<number> {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const [found] = await site.query<{ count: number }>(
    'SELECT count(*)::int FROM entry_step WHERE entry_id = ANY($1::uuid[])',
    [ids],
  );
  return (found?.count ?? 0) - changes.length;
}
