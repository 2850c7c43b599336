import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { saveEntry } from '@/lib/server/entry/entries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, type SeededEntry, saveInputOf } from '../test/actors';
import { Backups } from '../test/backup-harness';
import { testDatabase } from '../test/database';
import { commandOf } from '../test/script';

const database = testDatabase();
const backups = new Backups();
const file = backups.file('whole.gz');
const digestIn = (output: string) => /履歴の要約値: [0-9a-f]{64}（事業\d+件、--until \S+）/.exec(output)?.[0];

/** Saves now this entry, now that one, until it is told to stop; whoever was faster has the version. */
async function write(actor: Actor, readers: pg.Pool, number: number, isDone: () => boolean): Promise<number> {
  let saved = 0;
  for (let round = number; !isDone(); round += 1) {
    const { rows } = await readers.query(
      `SELECT id, version, name, category_id AS "categoryId", department_id AS "departmentId", amount,
         is_priority AS "isPriority", summary, innovation
       FROM entry WHERE status = 'draft' AND department_id = $1 ORDER BY id OFFSET $2 LIMIT 1`,
      [actor.departmentId, round % 2],
    );
    const input = saveInputOf(rows[0] as SeededEntry, { amount: String(1 + (saved % 9000)), summary: `第${round}回` });
    const answer = await saveEntry.execute({ actor, address: null }, input);
    if (answer.ok) saved += 1;
  }
  return saved;
}

it('holds one moment of a database that twenty people write to', { timeout: 180_000 }, async () => {
  // Long enough for somebody to save between the count of a table and its rows.
  await database.owner.query(
    `INSERT INTO security_event (id, kind, login_id)
     SELECT gen_random_uuid(), 'old', repeat('古', 100) FROM generate_series(1, 60000)`,
  );
  const readers = new pg.Pool({ connectionString: backups.owner(backups.source), max: 4 });
  const actor = await actorOf(database.owner, 'drafter');
  let isDone = false;
  const writers = Array.from({ length: 20 }, (_, number) => write(actor, readers, number, () => isDone));
  const child = spawn(process.execPath, commandOf('backup', file), { env: backups.settings(backups.source) });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  isDone = true;
  const saved = (await Promise.all(writers)).reduce((sum, count) => sum + count);
  await readers.end();
  expect([status, output]).toEqual([0, expect.stringContaining(`バックアップを作成しました: ${file}`)]);
  expect(saved).toBeGreaterThan(20);

  const restored = backups.restore(file);
  expect([restored.status, digestIn(restored.output)]).toEqual([0, digestIn(output)]);
  await backups.onTarget(async (client) => {
    expect(await verifyAudit(client)).toEqual([]);
    const { rows } = await client.query(
      `SELECT sum(e.amount) AS entries, sum((SELECT (jsonb_merge(s.after ORDER BY s.sequence)->>'amount')::bigint
         FROM entry_step s WHERE s.ward_id = e.ward_id AND s.entry_id = e.id)) AS histories FROM entry e`,
    );
    expect(rows[0].entries).toBe(rows[0].histories);
    const revisions = await client.query('SELECT count(*)::int AS count FROM entry_step');
    const later = await database.owner.query('SELECT count(*)::int AS count FROM entry_step');
    expect(revisions.rows[0].count, 'made while they wrote').toBeLessThan(later.rows[0].count);
  });
});

it('never overwrites a file, and leaves nothing half-made', async () => {
  const before = readFileSync(file);
  expect(backups.backup(file)).toMatchObject({
    status: 1,
    output: expect.stringContaining(`同じ名前のファイルがすでにあります: ${file}`),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  const nowhere = backups.file('absent/file.gz');
  expect(backups.backup(nowhere).output).toContain(`ファイルかフォルダーがありません: ${nowhere}`);
  expect(backups.backup(backups.file('other.gz'), 'absent_database').output).toContain('接続できません');
  expect(readdirSync(backups.folder).sort()).toEqual(['whole.gz']);
});

const OWN_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount'];
const mayMount = spawnSync(OWN_MOUNTS[0] ?? '', [...OWN_MOUNTS.slice(1), 'true']).status === 0;

it.runIf(mayMount)('says that the disk is full, and leaves nothing on it', () => {
  const script = `mount -t tmpfs -o size=4k tmpfs "$0" && "$@"; code=$?; ls "$0"; exit $code`;
  const place = mkdtempSync(backups.file('small-'));
  const command = [process.execPath, ...commandOf('backup', path.join(place, 'full.gz'))];
  const [unshare = '', ...args] = [...OWN_MOUNTS, 'sh', '-c', script, place, ...command];
  const { status, stdout, stderr } = spawnSync(unshare, args, {
    env: backups.settings(backups.source),
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('ディスクの空き容量が足りません')]);
  expect(existsSync(path.join(place, 'full.gz'))).toBe(false);
});

it('has no sequences, whose numbers a backup would have to hold', async () => {
  expect((await database.owner.query('SELECT 1 FROM pg_sequences')).rowCount).toBe(0);
});
