import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newId } from '@/lib/server/database/db';
import { actorOf, entryOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { reasonsFor } from '@/scripts/test/finding-reasons';
import { addEntry, saveEntry } from './entries';
import { stepCommands } from './entry-workflow';

const database = testDatabase();

const address = null;
const count = async (table: string, entryId: string) => {
  const { rows } = await database.owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE entry_id = $1`, [entryId]);
  return rows[0].n;
};

it('lets one of 50 saves of the same version win; the others are conflicts and leave nothing', async () => {
  const actor = await actorOf(database.owner, 'drafter');
  const entry = await entryOf(database.owner, '不登校');
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      saveEntry.execute({ actor, address }, saveInputOf(entry, { summary: `概要 ${index}` })),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.code === 'conflict')).toHaveLength(49);
  expect(await count('entry_step', entry.id)).toBe(2);
  const after = await entryOf(database.owner, '不登校');
  expect(after.version).toBe(2);
  expect(after.summary).toBe(`概要 ${results.findIndex((result) => result.ok)}`);
});

it('lets one of 50 decisions win, approvals and returns mixed', async () => {
  const drafter = await actorOf(database.owner, 'drafter');
  const approvers = [await actorOf(database.owner, 'approver'), await actorOf(database.owner, 'approver2')];
  const entry = await entryOf(database.owner, '不登校');
  const submitted = await stepCommands.submit.execute(
    { actor: drafter, address },
    { entryId: entry.id, version: entry.version, findingReasons: await reasonsFor(entry) },
  );
  if (!submitted.ok) throw new Error(submitted.code);
  const { version } = submitted.value;
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const actor = approvers[index % 2] ?? drafter;
      return index % 4 < 2
        ? stepCommands.approve.execute({ actor, address }, { entryId: entry.id, version })
        : stepCommands.return.execute(
            { actor, address },
            { entryId: entry.id, version, reason: '根拠を示してください。' },
          );
    }),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.code === 'conflict')).toHaveLength(49);
  expect(await count('entry_step', entry.id)).toBe(4);
  expect((await entryOf(database.owner, '不登校')).version).toBe(version);
});

it('lets an autosave or the submission of what it was typed upon win, never half of each', async () => {
  const actor = await actorOf(database.owner, 'drafter');
  await saveEntry.execute(
    { actor, address },
    saveInputOf(await entryOf(database.owner, '児童虐待'), { amount: '6100' }),
  );
  const seen = { saved: 0, submitted: 0 };
  // Until each has won once, however long a save takes here.
  for (let round = 0; round < 24 || (round < 240 && Math.min(seen.saved, seen.submitted) === 0); round += 1) {
    const entry = await entryOf(database.owner, '児童虐待');
    const step = { entryId: entry.id, version: entry.version, findingReasons: await reasonsFor(entry) };
    const steps = await count('entry_step', entry.id);
    const typed = `書きかけの概要 ${round}`;
    const save = () => saveEntry.execute({ actor, address }, saveInputOf(entry, { summary: typed }));
    const submit = () => stepCommands.submit.execute({ actor, address }, step);
    // The longer one begins up to as much earlier as it takes.
    const later = pause(round % 6).then(save);
    const [submitted, saved] = await Promise.all([submit(), later]);
    expect(saved.ok).not.toBe(submitted.ok);
    const after = await entryOf(database.owner, '児童虐待');
    expect(await count('entry_step', entry.id)).toBe(steps + 1);
    if (saved.ok) {
      seen.saved += 1;
      // What was found in the text may be of the later version already.
      expect(submitted).toMatchObject({ code: expect.stringMatching(/^(conflict|findings_unanswered)$/) });
      expect(after).toMatchObject({ status: 'draft', summary: typed, version: entry.version + 1 });
    } else {
      seen.submitted += 1;
      expect(saved).toMatchObject({ code: expect.stringMatching(/^(conflict|wrong_status)$/) });
      expect(after).toMatchObject({ status: 'in_review', summary: entry.summary });
      const back = await stepCommands.pullBack.execute({ actor, address }, { ...step, version: after.version });
      expect(back).toMatchObject({ ok: true });
    }
  }
  expect(Math.min(seen.saved, seen.submitted)).toBeGreaterThan(0);
});

it('adds one entry when the same one is sent 20 times', async () => {
  const actor = await actorOf(database.owner, 'drafter');
  const entryId = newId();
  const input = {
    ...saveInputOf(await entryOf(database.owner, '児童虐待')),
    entryId,
    year: 2023,
    name: '一つだけの事業',
  };
  const results = await Promise.all(Array.from({ length: 20 }, () => addEntry.execute({ actor, address }, input)));
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { entryId, version: 1 } }]);
  expect(results.filter((result) => !result.ok && result.code === 'already_exists')).toHaveLength(19);
  const { rows } = await database.owner.query(
    `SELECT (SELECT count(*)::int FROM entry WHERE name = '一つだけの事業') AS entries,
       (SELECT count(*)::int FROM project p WHERE NOT EXISTS (SELECT FROM entry e WHERE e.project_id = p.id)) AS orphans`,
  );
  expect(rows[0]).toEqual({ entries: 1, orphans: 0 });
});
