import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/server/database/db';
import { addEntry, saveEntry } from '@/lib/server/entry/entries';
import { correctEntry, moveEntries } from '@/lib/server/entry/entry-administration';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import type { Command } from '@/lib/server/gate/command';
import { addDepartment, editDepartment, retireDepartment } from '@/lib/server/people/departments';
import { removeMembership } from '@/lib/server/people/user-access';
import { addUser, editUser } from '@/lib/server/people/users';
import { addCategory, editCategory, endCategory, orderCategory } from '@/lib/server/year/categories';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { editDocumentTexts } from '@/lib/server/year/year-settings';
import { openYear, reopenYear } from '@/lib/server/year/years';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { reasonsFor } from '@/scripts/test/finding-reasons';
import { digestAudit } from './audit-digest';
import { verifyAudit } from './audit-verify';

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

async function take<Output>(command: Command<Output>, loginId: string, word: string, reason?: string, year = 2023) {
  const entry = await entryOf(database.owner, word, year);
  const said = { ...(reason && { reason }), findingReasons: await reasonsFor(entry) };
  await run(command, loginId, { entryId: entry.id, version: entry.version, ...said });
}

beforeAll(async () => {
  const idOf = async (word: string, year: number) => (await entryOf(database.owner, word, year)).id;
  ids.edited = await idOf('不登校', 2023);
  ids.decided = await idOf('児童虐待', 2023);
  ids.recorded = await idOf('会館', 2022);

  for (const summary of ['一', '二', '三']) await save('不登校', { summary });
  await save('児童虐待', { amount: '1' });
  await take(stepCommands.submit, 'drafter', '児童虐待');
  await take(stepCommands.return, 'approver', '児童虐待', '金額を確かめてください。');
  await save('児童虐待', { amount: '2' });
  await take(stepCommands.submit, 'drafter', '児童虐待');
  await take(stepCommands.approve, 'approver2', '児童虐待');
});

const found = async () => (await verifyAudit(database.owner)).map(({ code, sequence }) => [code, sequence]);

/** With the triggers off, the way somebody with the database's own password would; undone afterwards. */
async function whenTampered(subject: Subject, statements: string[]) {
  const { digest } = await digestAudit(database.owner, new Date());
  await database.owner.query('BEGIN');
  await database.owner.query('SET LOCAL session_replication_role = replica');
  for (const statement of statements) {
    const { rowCount } = await database.owner.query(statement, [ids[subject]]);
    expect([statement, rowCount]).not.toEqual([statement, 0]);
  }
  const findings = await verifyAudit(database.owner);
  const isSame = (await digestAudit(database.owner, new Date())).digest === digest;
  await database.owner.query('ROLLBACK');
  for (const finding of findings)
    expect(finding).toMatchObject({ wardCode: '271071', subject: 'entry', subjectId: ids[subject] });
  return { findings: findings.map(({ code, sequence }) => [code, sequence]), isSame };
}

const step = (sequence: number, change: string) =>
  `UPDATE entry_step SET ${change} WHERE entry_id = $1 AND sequence = ${sequence}`;
const without = (sequence: number) => `DELETE FROM entry_step WHERE entry_id = $1 AND sequence = ${sequence}`;
const entry = (change: string) => `UPDATE entry SET ${change} WHERE id = $1`;

/** Hashes made to fit again, from that step to the last. */
const refit = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).map(
    (sequence) => `UPDATE entry_step s SET hash = step_hash(s, NULL, coalesce((SELECT hash FROM entry_step
        WHERE entry_id = $1 AND sequence = ${sequence - 1}), '')) WHERE entry_id = $1 AND sequence = ${sequence}`,
  );

it('gives a digest that holds although somebody is saving meanwhile', async () => {
  const saving = new pg.Client(database.ownerUrl);
  await saving.connect();
  await saving.query('BEGIN');
  await saving.query('SELECT now()');
  const asked = await digestAudit(database.owner, null);
  await saving.query(
    `INSERT INTO audit_event (ward_id, id, operation, subject, actor_role)
     SELECT id, gen_random_uuid(), 'document.read', 'document', 'import' FROM ward`,
  );
  await saving.query('COMMIT');
  await saving.end();
  expect(await digestAudit(database.owner, asked.until)).toEqual(asked);
});

it('finds nothing in what was seeded and what was done on the screens', async () => {
  expect(await found()).toEqual([]);
});

it('takes a text that no step knows yet for a blank one', async () => {
  const unaware = [step(1, `after = after - 'innovation'`), ...refit(1, 4)];
  const blank = await whenTampered('edited', [entry(`innovation = ''`), ...unaware]);
  expect(blank.findings).toEqual([]);
  const filled = await whenTampered('edited', [entry(`innovation = 'x'`), ...unaware]);
  expect(filled.findings).toEqual([['entry_differs', 4]]);
});

describe('a history that does not fit its chain', () => {
  it.each([
    ['a changed text', `after = '{"summary": "x"}'`],
    ['a text that was cleared, left out', `after = '{}'`],
    ['a changed text of before', `before = '{"summary": null}'`],
    ['a changed actor', `actor_name = 'x'`],
    ['a changed role', `actor_role = 'admin', action = 'correct'`],
    ['a changed address', `address = '192.0.2.9'`],
    ['changed names', `names = '{"a": "b"}'`],
    ['a changed time', `at = at - interval '1 day'`],
    ['a reason slipped in', `reason = 'x'`],
    ['a step passed off as carried over', 'is_carried = true'],
  ])('finds %s', async (_, change) => {
    const { findings, isSame } = await whenTampered('edited', [step(2, change)]);
    expect(findings).toContainEqual(['step_changed', 2]);
    // Its own hash made to fit: the next one doesn't.
    expect((await whenTampered('edited', [step(2, change), ...refit(2, 2)])).findings).toContainEqual([
      'step_changed',
      3,
    ]);
    // All of them made to fit: what was written down of the digest doesn't.
    expect(isSame).toBe(true);
    expect((await whenTampered('edited', [step(2, change), ...refit(2, 4)])).isSame).toBe(false);
  });

  it('finds a missing step', async () => {
    expect((await whenTampered('edited', [without(2)])).findings).toContainEqual(['step_missing', 2]);
  });

  it('finds a missing last step', async () => {
    expect((await whenTampered('edited', [without(4)])).findings).toContainEqual(['last_step_missing', 4]);
  });
});

it('finds a field to mend that was slipped into a return', async () => {
  const { findings } = await whenTampered('decided', [step(4, `to_mend = '{summary}'`)]);
  expect(findings).toContainEqual(['step_changed', 4]);
  const { rows } = await database.owner.query(
    `SELECT DISTINCT step_hash(jsonb_populate_record(s, change), s.after, '') AS hash FROM entry_step s,
       (VALUES ('{"is_carried": true}'::jsonb), ('{"is_carried": true, "to_mend": ["summary"]}')) AS of (change)
     WHERE s.entry_id = $1 AND s.sequence = 4`,
    [ids.decided],
  );
  expect(rows, 'also into one that was carried over').toHaveLength(2);
});

describe('a chain that was made to fit', () => {
  it.each<[string, Subject, string[], unknown[]]>([
    [
      'a text rewritten in the middle',
      'edited',
      [step(2, `after = after || '{"summary": "x"}'`), ...refit(2, 4)],
      [['step_differs', 3]],
    ],
    [
      'a text rewritten that the step left alone',
      'edited',
      [step(4, `after = after || '{"innovation": "x"}'`), ...refit(4, 4)],
      [['entry_differs', 4]],
    ],
    [
      'a step dated back behind the one before it',
      'decided',
      [step(7, `at = at - interval '24 days'`), ...refit(7, 7)],
      [['step_disordered', 7]],
    ],
    [
      'content changed by a decision',
      'decided',
      [step(7, `after = after || '{"summary": "x"}'`), entry(`summary = 'x'`), ...refit(7, 7)],
      [['step_disordered', 7]],
    ],
    [
      'a decision on a version that there never was',
      'decided',
      [step(7, 'version = 2'), ...refit(7, 7)],
      [['step_disordered', 7]],
    ],
    [
      'a decision from another status',
      'decided',
      [step(7, `before = '{"status": "draft"}'`), ...refit(7, 7)],
      [['step_differs', 7]],
    ],
    [
      'a step passed off as none of a decider',
      'decided',
      [step(7, `action = 'withdrawApproved', actor_role = 'admin'`), ...refit(7, 7)],
      [['contributors_differ', 7]],
    ],
    [
      'the last save taken back, in the entry by half',
      'edited',
      [without(4), entry(`version = 3, summary = '二'`)],
      [['last_step_missing', 4]],
    ],
    [
      'the approval taken back',
      'decided',
      [without(7), entry(`steps = 6, status = 'in_review', ever_approved = false`)],
      [
        ['contributors_differ', 6],
        ['entry_differs', 6],
      ],
    ],
  ])('finds %s', async (_, subject, statements, findings) => {
    expect((await whenTampered(subject, statements)).findings).toEqual(findings);
  });

  it.each<[string, Subject, string[]]>([
    [
      'the last decision given to somebody else, in the entry too',
      'decided',
      [step(7, `actor_name = 'x'`), entry(`updated_by = 'x'`), ...refit(7, 7)],
    ],
    ['a reason rewritten', 'decided', [step(4, `reason = 'x'`), ...refit(4, 7)]],
    [
      'the last text rewritten, in the entry too',
      'edited',
      [step(4, `after = '{"summary": "x"}'`), entry(`summary = 'x'`), ...refit(4, 4)],
    ],
    [
      'the last save taken back, in the entry too',
      'edited',
      [without(4), entry(`steps = 3, version = 3, summary = '二'`)],
    ],
  ])('and to all that it leads to shows in the digest alone: %s', async (_, subject, statements) => {
    expect(await whenTampered(subject, statements)).toEqual({ findings: [], isSame: false });
  });
});

describe('an entry', () => {
  it('removed is found', async () => {
    expect((await whenTampered('decided', ['DELETE FROM entry WHERE id = $1'])).findings).toEqual([
      ['entry_missing', 7],
    ]);
  });

  it('removed with its history shows in the digest', async () => {
    const statements = ['DELETE FROM entry_step WHERE entry_id = $1', 'DELETE FROM entry WHERE id = $1'];
    expect(await whenTampered('decided', statements)).toEqual({ findings: [], isSame: false });
  });

  it.each<[string, Subject, string, unknown]>([
    ['an amount', 'edited', 'amount = 1', ['entry_differs', 4]],
    ['a status', 'edited', `status = 'approved'`, ['entry_differs', 4]],
    ['a text', 'edited', `summary = 'x'`, ['entry_differs', 4]],
    ['its version', 'edited', 'version = 3', ['last_step_missing', 4]],
    ['the drafter', 'edited', 'drafted_by = NULL', ['authors_differ', 4]],
    ['the last editor', 'decided', 'last_edited_by = gen_random_uuid()', ['authors_differ', 7]],
    ['an author of what was taken over', 'recorded', 'drafted_by = gen_random_uuid()', ['authors_differ', 1]],
    ['a contributor left out', 'edited', `contributors = '{}'`, ['contributors_differ', 4]],
    ['a contributor made up', 'decided', 'contributors = ARRAY[gen_random_uuid()]', ['contributors_differ', 7]],
    ['an approval forgotten', 'decided', 'ever_approved = false', ['approval_differs', 7]],
    ['an approval made up', 'edited', 'ever_approved = true', ['approval_differs', 4]],
    ['who was last there', 'edited', `updated_by = 'x'`, ['entry_differs', 4]],
    ['somebody who was last at what was taken over', 'recorded', `updated_by = 'x'`, ['entry_differs', 1]],
    ['a project called new', 'edited', `last_year = 'new'`, ['entry_differs', 4]],
    ['the recorded amount of last year', 'recorded', 'recorded_last_year_amount = 1', ['entry_differs', 1]],
    ['an amount of last year where none was recorded', 'edited', 'recorded_last_year_amount = 1', ['entry_differs', 4]],
  ])('changed past its history is found: %s', async (_, subject, change, finding) => {
    expect((await whenTampered(subject, [entry(change)])).findings).toEqual([finding]);
  });
});

describe('the app’s role', () => {
  const app = new pg.Client(process.env.DATABASE_URL);
  beforeAll(() => app.connect());
  afterAll(() => app.end());

  const forge = (columns: Record<string, string>) =>
    app.query(
      `INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, before, after, ${Object.keys(columns)})
       SELECT ward_id, gen_random_uuid(), id, steps + 1, version, 'submit', '{"status": "draft"}', '{"status": "in_review"}',
         ${Object.values(columns)} FROM entry WHERE id = '${ids.edited}' RETURNING at, actor_name`,
    );
  const account = (loginId: string) => `(SELECT id FROM account WHERE login_id = '${loginId}')`;

  it('writes no step of somebody in a role that they have not', async () => {
    await expect(forge({ actor_id: account('approver'), actor_role: `'drafter'` })).rejects.toThrow(/is no drafter/);
    await expect(forge({ actor_id: account('taisho-admin'), actor_role: `'drafter'` })).rejects.toThrow(
      /is no drafter/,
    );
    await expect(forge({ actor_id: account('drafter'), actor_role: `'approver'` })).rejects.toThrow(/is no approver/);
    await expect(forge({ actor_id: account('approver'), actor_role: `'approver'` })).rejects.toMatchObject({
      constraint: 'entry_step_role_check',
    });
    await expect(forge({ actor_role: `'import'` })).rejects.toThrow(/needs somebody/);
  });

  it('dates none back, gives nobody another name, and what it slips in beside the entry is found', async () => {
    await app.query('BEGIN');
    const at = `now() - interval '24 days'`;
    const { rows } = await forge({ actor_id: account('drafter'), actor_role: `'drafter'`, actor_name: `'x'`, at });
    expect(Date.now() - rows[0].at.getTime()).toBeLessThan(60_000);
    expect(rows[0].actor_name).toBe(actors.drafter?.name);
    await app.query('COMMIT');
    expect(await found()).toEqual([['last_step_missing', 4]]);
    await database.owner.query('SET session_replication_role = replica');
    await database.owner.query('DELETE FROM entry_step WHERE entry_id = $1 AND sequence = 5', [ids.edited]);
    await database.owner.query('RESET session_replication_role');
  });
});

describe('the settings of a ward', () => {
  const settings = async () => getYearSettings(readerOf(await actorOf(database.owner, 'admin'), 'year.manage'), 2023);

  beforeAll(async () => {
    const before = await settings();
    const [own, other] = before?.categories ?? [];
    const category = { categoryYearId: own?.id, version: own?.version, name: own?.name, explanation: own?.explanation };
    await run(editCategory, 'admin', { ...category, ceiling: '1,000', annexAmount: '20' });
    await run(orderCategory, 'admin', { categoryYearId: other?.id, version: other?.version, direction: 'up' });
    const texts = { ...before?.texts, deadline: '2026/11/28', title: '概要', printsMarks: false };
    await run(editDocumentTexts, 'admin', { ...texts, year: 2023, version: before?.version });
    for (const name of ['続く経費', '終わる経費'])
      await run(addCategory, 'admin', { year: 2023, name, continuedId: '' });
    const ended = (await settings())?.categories.find(({ name }) => name === '終わる経費');
    await run(endCategory, 'admin', { categoryYearId: ended?.id, version: ended?.version });
    await run(addDepartment, 'admin', { name: '新しい課' });
    const { rows } = await database.owner.query(`SELECT id, version FROM department WHERE name = '新しい課'`);
    const [{ id: departmentId, version }] = rows;
    await run(editDepartment, 'admin', { departmentId, version, name: '使わない課' });
    await run(retireDepartment, 'admin', { departmentId, version: version + 1 });
    for (const loginId of ['staying', 'leaving'])
      await run(addUser, 'admin', { loginId, name: '人', departmentId: '', roles: ['viewer'] });
    const member = async (loginId: string) =>
      (
        await database.owner.query(
          'SELECT m.id AS "membershipId", m.version FROM membership m JOIN account a ON a.id = m.account_id WHERE login_id = $1',
          [loginId],
        )
      ).rows[0];
    await run(removeMembership, 'admin', await member('leaving'));
    const changed = { ...(await member('staying')), name: '人', departmentId: '', roles: ['approver', 'viewer'] };
    await run(editUser, 'admin', changed);
  });

  async function tampered(...statements: string[]) {
    await database.owner.query('BEGIN');
    await database.owner.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) {
      const { rowCount } = await database.owner.query(statement);
      expect([statement, rowCount]).not.toEqual([statement, 0]);
    }
    const findings = await verifyAudit(database.owner);
    const { digest } = await digestAudit(database.owner, new Date());
    await database.owner.query('ROLLBACK');
    return { found: [...new Set(findings.map(({ code, subject }) => `${code} ${subject}`))], digest };
  }

  it('are what the log says, whatever was done on the screens', async () => {
    expect(await found()).toEqual([]);
  });

  it.each([
    ['an annex amount', 'category_year SET annex_amount = 1', 'category_year'],
    ['an annex amount taken away', 'category_year SET annex_amount = NULL', 'category_year'],
    ['a recorded total', 'category_year SET recorded_total = 1', 'category_year'],
    ['a ceiling', 'category_year SET ceiling = 1', 'category_year'],
    ['a year closed', `fiscal_year SET status = 'closed'`, 'fiscal_year'],
    ['a year opened', `fiscal_year SET status = 'open'`, 'fiscal_year'],
    ['a text', `fiscal_year SET title = 'x'`, 'fiscal_year'],
    ['a deadline', `fiscal_year SET deadline = '2026-12-01'`, 'fiscal_year'],
    ['marks that are printed', `fiscal_year SET prints_marks = true WHERE NOT prints_marks`, 'fiscal_year'],
    ['marks that are not', `fiscal_year SET prints_marks = false`, 'fiscal_year'],
    ['a role', `membership SET roles = '{admin}'`, 'membership'],
    ['another 課', `membership SET department_id = NULL WHERE NOT 'drafter' = ANY (roles)`, 'membership'],
    ['a 課 in use again', 'department SET retired_at = NULL', 'department'],
    ['a name', `department SET name = name || 'x'`, 'department'],
  ])('changed past the program are found: %s', async (_, change, subject) => {
    expect((await tampered(`UPDATE ${change}`)).found).toEqual([`setting_differs ${subject}`]);
  });

  it.each([
    [
      'a member slipped in',
      `INSERT INTO membership (ward_id, id, account_id, roles) SELECT w.id, gen_random_uuid(), a.id, '{admin}'
       FROM ward w, account a WHERE w.code = '271071' AND a.login_id = 'leaving'`,
      'setting_unrecorded membership',
    ],
    ['a category removed', `DELETE FROM category_year WHERE name = '続く経費'`, 'setting_missing category_year'],
    [
      'a category that had ended',
      `INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order)
       SELECT a.ward_id, a.subject_id, k.id, y.id, '終わる経費', '', 9 FROM audit_event a JOIN fiscal_year y ON y.ward_id = a.ward_id AND y.year = 2023
       JOIN LATERAL (SELECT id FROM category WHERE ward_id = a.ward_id AND NOT EXISTS
         (SELECT FROM category_year WHERE category_id = category.id) LIMIT 1) k ON true WHERE a.operation = 'category.end'`,
      'setting_unrecorded category_year',
    ],
    [
      'a member removed',
      `DELETE FROM membership WHERE account_id = (SELECT id FROM account WHERE login_id = 'staying')`,
      'setting_missing membership',
    ],
    [
      'a row of the log changed',
      `UPDATE audit_event SET after = '{"roles": "viewer"}' WHERE operation = 'user.edit'`,
      'log_changed membership',
    ],
    [
      'a row of the log dated back',
      `UPDATE audit_event SET at = at - interval '1 day' WHERE operation = 'user.edit'`,
      'log_changed membership',
    ],
    [
      'a row of the log removed',
      `DELETE FROM audit_event WHERE operation = 'year.open' OR operation = 'category.order'`,
      'log_missing fiscal_year',
    ],
  ])('and so is %s', async (_, statement, finding) => {
    expect((await tampered(statement)).found).toContain(finding);
  });

  describe('changed by the app’s role past the program', () => {
    const app = new pg.Client(process.env.DATABASE_URL);
    beforeAll(() => app.connect());
    afterAll(() => app.end());
    const CATEGORY = `SELECT ward_id, id FROM category_year WHERE annex_amount = 20`;
    const ADMIN = `(SELECT id FROM account WHERE login_id = 'admin')`;

    const cover = (operation: string, subject: string, row: string, actor: string, role: string) =>
      `INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, after, actor_id, actor_role)
       SELECT ward_id, gen_random_uuid(), '${operation}', '${subject}', id, '{"recordedTotal": 1}', ${actor}, '${role}' FROM (${row}) r`;

    it.each([
      ['a beginning of what has begun', 'category_year', CATEGORY],
      ['a beginning of a member', 'membership', `SELECT ward_id, gen_random_uuid() AS id FROM ward_setting LIMIT 1`],
    ])('are not covered by %s', async (_, subject, row) => {
      await expect(app.query(cover('recorded', subject, row, ADMIN, 'admin'))).rejects.toThrow(/begins once/);
    });

    it('are not covered by a row of nobody', async () => {
      for (const operation of ['recorded', 'category.edit'])
        await expect(app.query(cover(operation, 'category_year', CATEGORY, 'NULL', 'import'))).rejects.toThrow(
          /needs somebody/,
        );
    });

    it.each([
      ['category_year', CATEGORY, ADMIN, 'admin'],
      ['category_year', CATEGORY, 'NULL', 'import'],
      ['membership', `SELECT ward_id, gen_random_uuid() AS id FROM ward_setting LIMIT 1`, ADMIN, 'admin'],
    ])('are found behind a beginning without the trigger: %s', async (subject, row, actor, role) => {
      await database.owner.query('BEGIN');
      await database.owner.query('ALTER TABLE audit_event DISABLE TRIGGER chain');
      const forged = cover('recorded', subject, row, actor, role);
      await database.owner.query(
        `WITH row AS (${forged
          .replace('actor_role)', 'actor_role, sequence)')
          .replace(
            ' FROM (',
            `, (SELECT max(sequence) + 1 FROM audit_event a WHERE a.ward_id = r.ward_id) FROM (`,
          )}) SELECT`,
      );
      const findings = await verifyAudit(database.owner);
      await database.owner.query('ROLLBACK');
      expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(`log_restarted ${subject}`);
    });
  });

  it.each([
    ['an amount', 'annex_amount = 30', 20],
    ['an amount taken away', 'annex_amount = NULL', 20],
  ])('changed past the program and set back on the screen are found: %s', async (_, change, annexAmount) => {
    const { rows } = await database.owner.query(
      `UPDATE category_year SET ${change} WHERE annex_amount = 20 RETURNING id, version, name, explanation, ceiling`,
    );
    const { id: categoryYearId, ...category } = rows[0];
    await run(editCategory, 'admin', { ...category, categoryYearId, annexAmount: `${annexAmount}` });
    expect(
      (await verifyAudit(database.owner)).map(({ code, subject, subjectId }) => [code, subject, subjectId]),
    ).toEqual([['log_differs', 'category_year', categoryYearId]]);
    await database.owner.query('SET session_replication_role = replica');
    await database.owner.query(
      `DELETE FROM audit_event a WHERE sequence = (SELECT max(sequence) FROM audit_event b WHERE b.ward_id = a.ward_id)
         AND subject_id = $1`,
      [categoryYearId],
    );
    await database.owner.query('RESET session_replication_role');
    expect(await found()).toEqual([]);
  });

  it('taken back with the end of the log show in the digest alone', async () => {
    const { digest } = await digestAudit(database.owner, new Date());
    const after = await tampered(
      `DELETE FROM audit_event a WHERE operation = 'user.edit'`,
      `UPDATE membership SET roles = '{viewer}' WHERE account_id = (SELECT id FROM account WHERE login_id = 'staying')`,
    );
    expect(after.found).toEqual([]);
    expect(after.digest).not.toBe(digest);
  });
});

it('finds nothing after every other step either', async () => {
  const fields = saveInputOf(await entryOf(database.owner, '不登校'), { entryId: newId(), name: '新しい事業' });
  const { version: _, ...added } = { ...fields, year: 2023 };
  await run(addEntry, 'drafter', added);
  await take(stepCommands.withdraw, 'drafter', '新しい事業');
  await take(stepCommands.submit, 'drafter', '不登校');
  await take(stepCommands.pullBack, 'drafter', '不登校');
  await take(stepCommands.reopen, 'admin', '児童虐待', '金額を直します。');
  await save('児童虐待', { amount: '3' });
  await take(stepCommands.submit, 'drafter', '児童虐待');
  await take(stepCommands.approve, 'approver', '児童虐待');
  const entry = await entryOf(database.owner, '児童虐待');
  await run(correctEntry, 'admin', saveInputOf(entry, { innovation: '訂正', reason: '誤字のため。' }));
  const { rows } = await database.owner.query(
    `SELECT d.id FROM department d JOIN entry e ON e.ward_id = d.ward_id WHERE e.id = $1 AND d.name = '総務課'`,
    [entry.id],
  );
  const moved = [await entryOf(database.owner, '児童虐待'), await entryOf(database.owner, '不登校')];
  await run(moveEntries, 'admin', {
    entries: moved.map(({ id, version }) => ({ entryId: id, version })),
    departmentId: rows[0].id,
    reason: '組織改正のため。',
  });
  await take(stepCommands.withdrawApproved, 'admin', '児童虐待', '事業を中止するため。');
  expect(await found()).toEqual([]);
  await run(moveEntries, 'admin', {
    entries: [{ entryId: ids.edited, version: (await entryOf(database.owner, '不登校')).version }],
    departmentId: moved[1]?.departmentId,
    reason: '組織改正を取りやめたため。',
  });
  await run(openYear, 'admin', { year: 2024 });
  await save('不登校', { amount: '4' }, 2024);
  // What was taken over from the document, changed afterwards.
  await run(reopenYear, 'admin', { year: 2022, version: 1, reason: '計数の誤り。' });
  await take(stepCommands.reopen, 'admin', '不登校', '金額を直します。', 2022);
  await save('不登校', { amount: '5' }, 2022);
  expect(await found()).toEqual([]);
});
