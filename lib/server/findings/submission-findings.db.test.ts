import { expect, it } from 'vitest';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { db } from '@/lib/server/database/db';
import { saveEntry } from '@/lib/server/entry/entries';
import { getEntry } from '@/lib/server/entry/entry-queries';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { auditValueText } from '@/lib/text/history/audit';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { reasonsFor } from '@/scripts/test/finding-reasons';
import { entrySteps } from '@/scripts/test/steps';
import { allowFinding } from './allow-finding';
import { countYearFindings } from './year-findings-queries';

const database = testDatabase();
const { take } = entrySteps(database.owner);
/** 4,960千円 last year. */
const CARE = '児童虐待';
const as = async (loginId: string) => ({ actor: await actorOf(database.owner, loginId), address: null });

async function save(changes: object) {
  const entry = await entryOf(database.owner, CARE);
  expect(await saveEntry.execute(await as('drafter'), saveInputOf(entry, { ...changes }))).toMatchObject({ ok: true });
}
async function submit(findingReasons: FindingReason[]) {
  const { id: entryId, version } = await entryOf(database.owner, CARE);
  return stepCommands.submit.execute(await as('drafter'), { entryId, version, findingReasons });
}
const reasons = async () => reasonsFor(await entryOf(database.owner, CARE));
const stored = async () => {
  const reader = readerOf(await actorOf(database.owner, 'viewer'), 'entry.read');
  return (await getEntry(reader, 2023, (await entryOf(database.owner, CARE)).id))?.findingReasons;
};

it('an error keeps an entry from being submitted, whatever is said of it', async () => {
  await save({ amount: '4,950', summary: '予算額は495千円である。' });
  expect(await submit(await reasons())).toEqual({ ok: false, code: 'findings_wrong' });
});

it('an administrator lets one error stand, by name, until the text changes', async () => {
  const wrong = async () => {
    const { id: entryId, version } = await entryOf(database.owner, CARE);
    const error = (await reasons()).find(({ rule }) => rule === 'amount_contradicted');
    return { entryId, version, rule: '', place: '', flagged: '', ...error, reason: '別の事業の金額である。' };
  };
  expect(await allowFinding.execute(await as('drafter'), await wrong())).toMatchObject({ code: 'forbidden' });
  expect(await allowFinding.execute(await as('taisho-admin'), await wrong())).toMatchObject({ code: 'not_found' });
  const unreasoned = { ...(await wrong()), reason: ' ' };
  expect(await allowFinding.execute(await as('admin'), unreasoned)).toMatchObject({ fields: { reason: 'required' } });
  const other = { ...(await wrong()), flagged: '別の文' };
  expect(await allowFinding.execute(await as('admin'), other)).toMatchObject({ code: 'conflict' });
  expect(await submit([{ ...(await wrong()), allowedBy: '起案者' }])).toEqual({ ok: false, code: 'findings_wrong' });

  const { version } = await entryOf(database.owner, CARE);
  const countErrors = async () =>
    (await countYearFindings(db, (await actorOf(database.owner, 'admin')).wardId, 2023)).errors;
  const before = await countErrors();
  // Whoever looked at it without that approves nothing.
  const allowing = await allowFinding.execute(await as('admin'), await wrong());
  expect(allowing).toMatchObject({ ok: true, value: { version: version + 1 } });
  const { name } = await actorOf(database.owner, 'admin');
  expect(await stored()).toMatchObject([{ rule: 'amount_contradicted', allowedBy: name }]);
  expect(await countErrors()).toBe(before - 1);
  expect(await submit(await reasons())).toMatchObject({ ok: true });
  expect(await stored()).toContainEqual(expect.objectContaining({ rule: 'amount_contradicted', allowedBy: name }));
  const log = await listAuditEvents(readerOf(await actorOf(database.owner, 'admin'), 'audit.read'), null);
  const allowed = log.rows.find(({ operation }) => operation === 'entry.allowFinding');
  const change = allowed?.changes.find(({ field }) => field === 'findingReasons');
  expect(auditValueText('entry', 'findingReasons', change?.after ?? null)).toBe(
    `予算額は495千円である。：別の事業の金額である。：許可：${name}`,
  );
  expect(await allowFinding.execute(await as('admin'), await wrong())).toMatchObject({ code: 'conflict' });

  expect(await take('return', 'approver', CARE, '金額を確かめてください。')).toMatchObject({ ok: true });
  await save({ amount: '945' });
  expect(await submit(await reasons())).toEqual({ ok: false, code: 'findings_wrong' });
  await save({ amount: '4,950', summary: '予算額は約495千円である。' });
  expect(await submit(await reasons())).toEqual({ ok: false, code: 'findings_wrong' });
});

it('a warning has to have been seen, and an amount far from last year given a reason', async () => {
  await save({ amount: '8,469', summary: '支援する。。' });
  expect(await submit([])).toEqual({ ok: false, code: 'findings_unanswered' });
  const said = await reasons();
  expect(said.map(({ rule }) => rule)).toEqual(['far_from_last_year', 'doubled_punctuation']);
  expect(await submit(said.map((one) => ({ ...one, reason: '' })))).toEqual({ ok: false, code: 'findings_unanswered' });
  expect(await submit(said.slice(0, 1))).toEqual({ ok: false, code: 'findings_unanswered' });
  const answered = said.map((one, index) => ({ ...one, reason: index === 0 ? '対象を広げたため。' : '' }));
  expect(await submit(answered)).toMatchObject({ ok: true });
  expect(await stored()).toEqual(answered);
});

it('what was said stands in the history and the log, and the version is the one that was looked at', async () => {
  const { id, version } = await entryOf(database.owner, CARE);
  const { rows } = await database.owner.query(
    'SELECT action, version, after FROM entry_step WHERE entry_id = $1 ORDER BY sequence DESC LIMIT 1',
    [id],
  );
  expect(rows).toEqual([{ action: 'submit', version, after: { status: 'in_review', findingReasons: await stored() } }]);
  const log = await listAuditEvents(readerOf(await actorOf(database.owner, 'admin'), 'audit.read'), null);
  const change = log.rows[0]?.changes.find(({ field }) => field === 'findingReasons');
  expect(auditValueText('entry', 'findingReasons', change?.after ?? null)).toBe(
    '8,469 / 4,960：対象を広げたため。\n支援する。。',
  );
});

it('a decision leaves it as it is, and it falls with what it was said of', async () => {
  expect(await take('return', 'approver', CARE, '金額を確かめてください。')).toMatchObject({ ok: true });
  const before = (await stored()) ?? [];
  expect(before).toHaveLength(2);
  await save({ amount: '8,470', summary: '支援する。。' });
  expect(await submit(before)).toEqual({ ok: false, code: 'findings_unanswered' });
  await save({ amount: '4,970', summary: '支援する。' });
  expect(await submit(before)).toMatchObject({ ok: true });
  expect(await stored()).toBeNull();
});

it('the same said again is nothing new', async () => {
  expect(await take('return', 'approver', CARE, '金額を確かめてください。')).toMatchObject({ ok: true });
  await save({ amount: '8,471', summary: '支援する。。' });
  const said = await reasons();
  expect(await submit(said)).toMatchObject({ ok: true });
  const { id } = await entryOf(database.owner, CARE);
  expect(await take('return', 'approver', CARE, '金額を確かめてください。')).toMatchObject({ ok: true });
  expect(await submit(said)).toMatchObject({ ok: true });
  const { rows } = await database.owner.query(
    'SELECT after FROM entry_step WHERE entry_id = $1 ORDER BY sequence DESC LIMIT 1',
    [id],
  );
  expect(rows).toEqual([{ after: { status: 'in_review' } }]);
});

it('who looked at other reasons approves nothing: with them the entry is submitted in a new version', async () => {
  const seen = await entryOf(database.owner, CARE);
  const said = await reasons();
  expect(await take('pullBack', 'drafter', CARE)).toMatchObject({ ok: true });
  expect(await submit(said)).toMatchObject({ ok: true, value: { version: seen.version } });
  expect(await take('pullBack', 'drafter', CARE)).toMatchObject({ ok: true });
  const others = said.map((one) => ({ ...one, reason: '対象を絞ったため。' }));
  expect(await submit(others)).toMatchObject({ ok: true, value: { version: seen.version + 1 } });
  const approve = async (version: number) =>
    stepCommands.approve.execute(await as('approver'), { entryId: seen.id, version });
  expect(await approve(seen.version)).toEqual({ ok: false, code: 'conflict' });
  expect(await approve(seen.version + 1)).toMatchObject({ ok: true });
});

it('the histories are whole', async () => {
  expect(await verifyAudit(database.owner)).toEqual([]);
  await database.owner.query('ALTER TABLE entry DISABLE TRIGGER USER');
  await database.owner.query(`UPDATE entry SET finding_reasons = '[]' WHERE name LIKE '%${CARE}%'`);
  expect((await verifyAudit(database.owner)).map(({ code }) => code)).toContain('entry_differs');
});
