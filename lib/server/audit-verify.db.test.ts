import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, entryOf, saveInputOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import { verifyAudit } from './audit-verify';
import type { Command } from './command';
import { addEntry, saveEntry } from './entries';
import { correctEntry } from './entry-correction';
import { moveEntries } from './entry-move';
import {
  approveEntry,
  pullBackEntry,
  reopenEntry,
  returnEntry,
  submitEntry,
  withdrawApprovedEntry,
  withdrawEntry,
} from './entry-workflow';
import { newId } from './id';
import { openYear } from './years';

const database = testDatabase();
const actors: Record<string, Actor> = {};
/** `edited` was saved three times, `decided` went back once and was approved, `recorded` was taken over from the document. */
const ids = { edited: '', decided: '', recorded: '' };
type Subject = keyof typeof ids;

async function run<Output>(command: Command<Output>, loginId: string, input: object): Promise<void> {
  const actor = actors[loginId] ?? (await actorOf(database.owner, loginId));
  actors[loginId] = actor;
  expect(await command.execute({ actor, address: null }, input)).toMatchObject({ ok: true });
}

const save = async (word: string, changes: object, year = 2023) =>
  run(saveEntry, 'drafter', saveInputOf(await entryOf(database.owner, word, year), { ...changes }));

async function step<Output>(command: Command<Output>, loginId: string, word: string, reason?: string, year = 2023) {
  const { id: entryId, version } = await entryOf(database.owner, word, year);
  await run(command, loginId, { entryId, version, ...(reason && { reason }) });
}

beforeAll(async () => {
  const idOf = async (word: string, year: number) => (await entryOf(database.owner, word, year)).id;
  ids.edited = await idOf('不登校', 2023);
  ids.decided = await idOf('児童虐待', 2023);
  ids.recorded = await idOf('会館', 2022);

  for (const summary of ['一', '二', '三']) await save('不登校', { summary });
  await save('児童虐待', { amount: '1' });
  await step(submitEntry, 'drafter', '児童虐待');
  await step(returnEntry, 'approver', '児童虐待', '金額を確かめてください。');
  await save('児童虐待', { amount: '2' });
  await step(submitEntry, 'drafter', '児童虐待');
  await step(approveEntry, 'approver2', '児童虐待');
});

const found = async () => (await verifyAudit(database.owner)).map(({ code, version }) => [code, version]);

/** With the triggers off, the way somebody with the database's own password would; undone afterwards. */
async function whenTampered(subject: Subject, statements: string[]) {
  await database.owner.query('BEGIN');
  await database.owner.query('SET LOCAL session_replication_role = replica');
  for (const statement of statements) {
    const { rowCount } = await database.owner.query(statement, [ids[subject]]);
    expect([statement, rowCount]).not.toEqual([statement, 0]);
  }
  const findings = await verifyAudit(database.owner);
  await database.owner.query('ROLLBACK');
  for (const finding of findings) expect(finding).toMatchObject({ wardCode: '271071', entryId: ids[subject] });
  return findings.map(({ code, version }) => [code, version]);
}

const revision = (version: number, change: string) =>
  `UPDATE entry_revision SET ${change} WHERE entry_id = $1 AND version = ${version}`;
const without = (table: 'entry_revision' | 'workflow_event', version?: number) =>
  `DELETE FROM ${table} WHERE entry_id = $1 ${version ? `AND version = ${version}` : ''}`;
const withoutLog = 'DELETE FROM audit_event WHERE subject_id = $1';
const entry = (change: string) => `UPDATE entry SET ${change} WHERE id = $1`;

/** Hashes made to fit again, from that version to the last. */
const refit = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).map(
    (version) => `WITH before AS (SELECT coalesce((SELECT hash FROM entry_revision
          WHERE entry_id = $1 AND version = ${version - 1}), '') AS hash)
      UPDATE entry_revision r SET prev_hash = before.hash, hash = revision_hash(r, before.hash)
      FROM before WHERE entry_id = $1 AND version = ${version}`,
  );

it('finds nothing in what was seeded and what was done on the screens', async () => {
  expect(await found()).toEqual([]);
});

it.each([
  ['the first version', [1]],
  ['every version', [1, 2, 3, 4]],
])('takes a text that %s does not know yet for a blank one', async (_, unaware) => {
  const blanked = [1, 2, 3, 4].map((version) =>
    revision(
      version,
      `snapshot = snapshot ${unaware.includes(version) ? `- 'innovation'` : `|| '{"innovation": ""}'`}`,
    ),
  );
  expect(await whenTampered('edited', [entry(`innovation = ''`), ...blanked, ...refit(1, 4)])).toEqual([]);
  const filled = await whenTampered('edited', [entry(`innovation = 'x'`), ...blanked, ...refit(1, 4)]);
  expect(filled).toEqual([['entry_differs', 4]]);
});

describe('a history that does not fit its chain', () => {
  it.each([
    ['a changed text', `snapshot = jsonb_set(snapshot, '{summary}', '"x"')`],
    ['a changed actor', `actor_name = 'x'`],
    ['a changed time', `at = at - interval '1 day'`],
    ['a reason slipped in', `reason = 'x'`],
  ])('finds %s', async (_, change) => {
    expect(await whenTampered('edited', [revision(2, change)])).toContainEqual(['revision_changed', 2]);
  });

  it('finds a changed row whose own hash was made to fit', async () => {
    const tampered = await whenTampered('edited', [revision(2, `actor_name = 'x'`), ...refit(2, 2)]);
    expect(tampered).toContainEqual(['revision_changed', 3]);
  });

  it('finds a missing row', async () => {
    const tampered = await whenTampered('edited', [without('entry_revision', 2)]);
    expect(tampered).toContainEqual(['revision_missing', 2]);
  });

  it('finds a missing last row', async () => {
    const tampered = await whenTampered('edited', [without('entry_revision', 4)]);
    expect(tampered).toContainEqual(['last_revision_missing', 4]);
  });
});

describe('a chain that was made to fit', () => {
  it.each<[string, Subject, string[], unknown[]]>([
    [
      'the last text rewritten, in the entry too',
      'edited',
      [revision(4, `snapshot = jsonb_set(snapshot, '{summary}', '"x"')`), ...refit(4, 4), entry(`summary = 'x'`)],
      [['log_differs', 4]],
    ],
    [
      'a text rewritten that the step left alone',
      'edited',
      [revision(4, `snapshot = jsonb_set(snapshot, '{innovation}', '"x"')`), ...refit(4, 4), entry(`innovation = 'x'`)],
      [['log_differs', 4]],
    ],
    [
      'the last decision given to somebody else',
      'decided',
      [revision(7, `actor_name = 'x', actor_id = gen_random_uuid()`), ...refit(7, 7)],
      [
        ['event_differs', 7],
        ['log_differs', 7],
      ],
    ],
    [
      'a reason rewritten in the middle',
      'decided',
      [revision(4, `reason = 'x'`), ...refit(4, 7)],
      [['event_differs', 4]],
    ],
    [
      'the time of a step moved',
      'decided',
      [revision(7, `at = at + interval '1 day'`), ...refit(7, 7)],
      [
        ['event_differs', 7],
        ['log_differs', 7],
        ['log_without_revision', null],
      ],
    ],
    [
      'a step passed off as none of the workflow',
      'decided',
      [revision(7, `action = 'copy'`), ...refit(7, 7)],
      [
        ['contributors_differ', 7],
        ['event_differs', 7],
        ['log_without_revision', null],
      ],
    ],
    [
      'the last save taken back',
      'edited',
      [without('entry_revision', 4), entry(`version = 3, summary = '二'`)],
      [['log_without_revision', null]],
    ],
    [
      'the approval taken back',
      'decided',
      [without('entry_revision', 7), entry(`version = 6, status = 'in_review', ever_approved = false`)],
      [
        ['contributors_differ', 6],
        ['event_differs', 7],
        ['log_without_revision', null],
      ],
    ],
  ])('finds %s', async (_, subject, statements, findings) => {
    expect(await whenTampered(subject, statements)).toEqual(findings);
  });
});

describe('the other records', () => {
  it.each<[string, string, unknown[]]>([
    [
      'an event changed',
      `UPDATE workflow_event SET reason = 'x' WHERE entry_id = $1 AND version = 4`,
      [['event_differs', 4]],
    ],
    ['an event removed', without('workflow_event', 7), [['event_differs', 7]]],
    [
      'an event made up',
      `UPDATE workflow_event SET version = 8 WHERE entry_id = $1 AND version = 7`,
      [
        ['event_differs', 7],
        ['event_differs', 8],
      ],
    ],
    [
      'who did it changed in the log',
      `UPDATE audit_event SET actor_name = 'x' WHERE subject_id = $1 AND operation = 'entry.return'`,
      [['log_differs', 4]],
    ],
    [
      'what was there before changed in the log',
      `UPDATE audit_event SET before = '{"status": "draft"}' WHERE subject_id = $1 AND operation = 'entry.return'`,
      [['log_differs', 4]],
    ],
    [
      'what was there after changed in the log',
      `UPDATE audit_event SET after = '{"status": "draft"}' WHERE subject_id = $1 AND operation = 'entry.return'`,
      [['log_differs', 4]],
    ],
    [
      'a step removed from the log',
      `DELETE FROM audit_event WHERE subject_id = $1 AND operation = 'entry.return'`,
      [['log_differs', 4]],
    ],
  ])('finds %s', async (_, statement, findings) => {
    expect(await whenTampered('decided', [statement])).toEqual(findings);
  });
});

describe('an entry', () => {
  const WITHOUT_HISTORY = ['DELETE FROM entry WHERE id = $1', without('entry_revision')];
  it.each<[string, string[], unknown[]]>([
    ['removed', ['DELETE FROM entry WHERE id = $1'], [['entry_missing', 7]]],
    ['removed with its history and events', [...WITHOUT_HISTORY, without('workflow_event')], [['entry_missing', null]]],
  ])('%s is found', async (_, statements, findings) => {
    expect(await whenTampered('decided', statements)).toEqual(findings);
  });

  it('removed with its history and its log is found by what its events say', async () => {
    const tampered = await whenTampered('decided', [...WITHOUT_HISTORY, withoutLog]);
    expect(tampered).toContainEqual(['entry_missing', 7]);
  });

  it.each<[string, Subject, string, unknown]>([
    ['an amount', 'edited', 'amount = 1', ['entry_differs', 4]],
    ['a status', 'edited', `status = 'approved'`, ['entry_differs', 4]],
    ['a text', 'edited', `summary = 'x'`, ['entry_differs', 4]],
    ['the drafter', 'edited', 'drafted_by = NULL', ['authors_differ', 4]],
    ['the last editor', 'decided', 'last_edited_by = gen_random_uuid()', ['authors_differ', 7]],
    ['an author of what was taken over', 'recorded', 'drafted_by = gen_random_uuid()', ['authors_differ', 1]],
    ['a contributor left out', 'edited', `contributors = '{}'`, ['contributors_differ', 4]],
    ['a contributor made up', 'decided', 'contributors = ARRAY[gen_random_uuid()]', ['contributors_differ', 7]],
    ['an approval forgotten', 'decided', 'ever_approved = false', ['approval_differs', 7]],
    ['an approval made up', 'edited', 'ever_approved = true', ['approval_differs', 4]],
    ['a project called new', 'edited', `last_year = 'new'`, ['entry_differs', 4]],
    ['the recorded amount of last year', 'recorded', 'recorded_last_year_amount = 1', ['last_year_differs', 1]],
    [
      'an amount of last year where none was recorded',
      'edited',
      'recorded_last_year_amount = 1',
      ['last_year_differs', 4],
    ],
  ])('changed past its history is found: %s', async (_, subject, change, finding) => {
    expect(await whenTampered(subject, [entry(change)])).toEqual([finding]);
  });

  it('recorded before revisions held the amount of last year is not suspected', async () => {
    const older = revision(1, `snapshot = snapshot - 'recordedLastYearAmount'`);
    expect(await whenTampered('recorded', [older, ...refit(1, 1)])).toEqual([]);
  });
});

it('finds nothing after every other step either', async () => {
  const fields = saveInputOf(await entryOf(database.owner, '不登校'), { entryId: newId(), name: '新しい事業' });
  const { version: _, ...added } = { ...fields, year: 2023 };
  await run(addEntry, 'drafter', added);
  await step(withdrawEntry, 'drafter', '新しい事業');
  await step(submitEntry, 'drafter', '不登校');
  await step(pullBackEntry, 'drafter', '不登校');
  await step(reopenEntry, 'admin', '児童虐待', '金額を直します。');
  await save('児童虐待', { amount: '3' });
  await step(submitEntry, 'drafter', '児童虐待');
  await step(approveEntry, 'approver', '児童虐待');
  const { id: entryId, version: approved, name, summary } = await entryOf(database.owner, '児童虐待');
  const correction = { entryId, version: approved, name, summary, innovation: '訂正', reason: '誤字のため。' };
  await run(correctEntry, 'admin', correction);
  const { rows } = await database.owner.query(
    `SELECT d.id FROM department d JOIN entry e ON e.ward_id = d.ward_id WHERE e.id = $1 AND d.name = '総務課'`,
    [entryId],
  );
  const moved = [await entryOf(database.owner, '児童虐待'), await entryOf(database.owner, '不登校')];
  await run(moveEntries, 'admin', {
    entries: moved.map(({ id, version }) => ({ entryId: id, version })),
    departmentId: rows[0].id,
    reason: '組織改正のため。',
  });
  await step(withdrawApprovedEntry, 'admin', '児童虐待', '事業を中止するため。');
  expect(await found()).toEqual([]);
  await run(moveEntries, 'admin', {
    entries: [{ entryId: ids.edited, version: (await entryOf(database.owner, '不登校')).version }],
    departmentId: moved[1]?.departmentId,
    reason: '組織改正を取りやめたため。',
  });
  await run(openYear, 'admin', { year: 2024 });
  await save('不登校', { amount: '4' }, 2024);
  // What was taken over from the document, changed afterwards.
  await database.owner.query(`UPDATE fiscal_year SET status = 'open' WHERE year = 2022`);
  await step(reopenEntry, 'admin', '不登校', '金額を直します。', 2022);
  await save('不登校', { amount: '5' }, 2022);
  expect(await found()).toEqual([]);
});
