import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { digestAudit } from '@/lib/server/history/audit-digest';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { migrate } from '@/scripts/migration/migrate';
import { testDatabase } from '@/scripts/test/database';

const database = testDatabase('template0');
const ENTRY = `(SELECT entry_id FROM entry_revision WHERE action = 'submit' ORDER BY entry_id, version LIMIT 1)`;

beforeAll(() => database.owner.query(readFileSync('prisma/fixtures/foundation.sql', 'utf8')));

/** Tables of before whose copies contradict, made so by somebody with the owner's password. */
it.each([
  [
    'a text rewritten',
    `UPDATE entry_revision SET snapshot = snapshot || '{"summary": "x"}' WHERE entry_id = ${ENTRY} AND version = 1`,
  ],
  ['a hash that does not follow', `UPDATE entry_revision SET hash = 'x' WHERE entry_id = ${ENTRY} AND version = 1`],
  ['a revision gone', `DELETE FROM entry_revision WHERE entry_id = ${ENTRY} AND version = 1`],
  ['an event given to somebody else', `UPDATE workflow_event SET actor_name = 'x' WHERE entry_id = ${ENTRY}`],
  ['an event gone', `DELETE FROM workflow_event WHERE entry_id = ${ENTRY}`],
  ['a row of the log dated back', `UPDATE audit_event SET at = at - interval '24 days' WHERE subject_id = ${ENTRY}`],
  ['a row of the log rewritten', `UPDATE audit_event SET after = '{"summary": "x"}' WHERE subject_id = ${ENTRY}`],
  ['a row of the log gone', `DELETE FROM audit_event WHERE subject_id = ${ENTRY}`],
])('carries no histories over that contradict, names the entry and changes nothing: %s', async (_, tampering) => {
  const { owner } = database;
  const copies = ['entry_revision', 'workflow_event', 'audit_event'];
  await owner.query('SET session_replication_role = replica');
  for (const table of copies) await owner.query(`CREATE TEMP TABLE "kept_${table}" AS TABLE public.${table}`);
  const { rows } = await owner.query(`SELECT ${ENTRY} AS id`);
  await owner.query(tampering);
  const before = await digestAudit(owner, new Date());
  await expect(migrate(database.ownerUrl, 'yosan_app')).rejects.toThrow(
    `事業の履歴に異常があります（事業 ${rows[0].id}）`,
  );
  expect(await digestAudit(owner, before.until)).toEqual(before);
  for (const table of copies) {
    await owner.query(`DELETE FROM public.${table}`);
    await owner.query(`INSERT INTO public.${table} TABLE "kept_${table}"; DROP TABLE "kept_${table}"`);
  }
  await owner.query('RESET session_replication_role');
});

it('carries them over once they agree again', async () => {
  const before = await digestAudit(database.owner, new Date());
  await migrate(database.ownerUrl, 'yosan_app');
  expect(await digestAudit(database.owner, before.until)).toEqual(before);
  expect(await verifyAudit(database.owner)).toEqual([]);
});
