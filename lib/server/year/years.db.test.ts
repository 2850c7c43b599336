import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { blankContent } from '@/lib/domain/entry/entry';
import { byField, fieldsWhere } from '@/lib/domain/entry/entry-fields';
import type { OpenPoint } from '@/lib/domain/year/open-points';
import type { CategorySettings } from '@/lib/domain/year/year-settings';
import { newId } from '@/lib/server/database/db';
import { getDocument } from '@/lib/server/document/document';
import { addEntry } from '@/lib/server/entry/entries';
import { readHome } from '@/lib/server/entry/home-queries';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { auditValueText } from '@/lib/text/history/audit';
import { openPointTitle } from '@/lib/text/year/open-points';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { BLANK_FORM } from '@/scripts/test/blank-form';
import { testDatabase } from '@/scripts/test/database';
import { editCategory, orderCategory } from './categories';
import { listOpenPoints } from './open-points';
import { getYearSettings, listYearSettings } from './year-queries';
import { editDocumentTexts } from './year-settings';
import { closeYear, openYear, reopenYear } from './years';

const database = testDatabase();
let admin: Actor;
let otherAdmin: Actor;
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const as = (actor: Actor) => ({ actor, address: null });

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  otherAdmin = await actorOf(database.owner, 'taisho-admin');
});

async function settings(year: number, actor = admin) {
  const found = await getYearSettings(readerOf(actor, 'year.manage'), year);
  if (!found) throw new Error(`no year ${year}`);
  return found;
}

const setStatus = (status: string) =>
  rows(
    `UPDATE entry SET status = $1, amount = coalesce(amount, 1) WHERE ward_id = $2
       AND fiscal_year_id IN (SELECT id FROM fiscal_year WHERE ward_id = $2 AND year = 2023)`,
    [status, admin.wardId],
  );

describe('a category of the year', () => {
  it('takes amounts as people write them', async () => {
    const [category] = (await settings(2023)).categories;
    const input = {
      categoryYearId: category?.id,
      version: category?.version,
      name: '区長自由経費',
      explanation: '説明',
    };
    const amounts = { ceiling: '２５億円', annexAmount: '３，８９８' };
    expect(await editCategory.execute(as(admin), { ...input, ...amounts })).toMatchObject({ ok: true });
    expect(await editCategory.execute(as(admin), { ...input, ...amounts })).toMatchObject({ code: 'conflict' });
    const [saved] = (await settings(2023)).categories;
    expect(saved).toMatchObject({ explanation: '説明', ceiling: 2_500_000, annexAmount: 3898, version: 2 });
    expect(saved?.lastChange).toMatchObject({ by: admin.name, isOwn: true });
    expect(
      (await settings(2023, { ...admin, accountId: otherAdmin.accountId })).categories[0]?.lastChange,
    ).toMatchObject({
      by: admin.name,
      isOwn: false,
    });
    expect(Date.now() - Date.parse(saved?.lastChange?.at ?? '')).toBeLessThan(60_000);
    const blank = { ...input, version: 2, ceiling: '', annexAmount: '△1' };
    expect(await editCategory.execute(as(admin), blank)).toMatchObject({ fields: { annexAmount: 'negative_amount' } });
  });

  it('moves among the others', async () => {
    const [first, second] = (await settings(2023)).categories;
    const input = { categoryYearId: second?.id, version: second?.version, direction: 'up' };
    expect(await orderCategory.execute(as(admin), input)).toMatchObject({ ok: true });
    expect(await orderCategory.execute(as(admin), input)).toMatchObject({ code: 'conflict' });
    expect((await settings(2023)).categories.map(({ id }) => id)).toEqual([second?.id, first?.id]);
  });

  it('is fixed with its year, and another ward has none such', async () => {
    const [category] = (await settings(2022)).categories;
    const input = {
      categoryYearId: category?.id,
      version: 1,
      name: '名',
      explanation: '',
      ceiling: '',
      annexAmount: '',
    };
    expect(await editCategory.execute(as(admin), input)).toMatchObject({ code: 'year_closed' });
    expect(await editCategory.execute(as(otherAdmin), input)).toMatchObject({ code: 'not_found' });
  });
});

it('changes the texts and the deadline of an open year only', async () => {
  const { texts, version, lastChange } = await settings(2023);
  expect(lastChange).toBeNull();
  const input = {
    ...texts,
    deadline: '令和8年11月28日',
    year: 2023,
    version,
    title: '港区関連予算（案）の概要',
    draftMark: '',
    printsMarks: false,
  };
  expect(await editDocumentTexts.execute(as(admin), input)).toMatchObject({ ok: true });
  expect(await editDocumentTexts.execute(as(admin), input)).toMatchObject({ code: 'conflict' });
  expect(await editDocumentTexts.execute(as(admin), { ...input, year: 2022 })).toMatchObject({ code: 'year_closed' });
  expect((await settings(2023)).lastChange?.by).toBe(admin.name);
  const [audit] = await rows(`SELECT before, after FROM audit_event WHERE operation = 'documentTexts.edit'`);
  expect(audit).toEqual({
    before: { title: texts.title, draftMark: '（案）', printsMarks: true, deadline: null },
    after: { title: input.title, draftMark: '', printsMarks: false, deadline: '2026-11-28' },
  });
  const { deadline, version: newer } = await settings(2023);
  expect(deadline).toBe('2026-11-28');
  const without = { ...input, version: newer, deadline: '11月28日' };
  expect(await editDocumentTexts.execute(as(admin), without)).toMatchObject({ fields: { deadline: 'not_a_day' } });
  expect(await editDocumentTexts.execute(as(admin), { ...without, deadline: '' })).toMatchObject({ ok: true });
  expect((await settings(2023)).deadline).toBeNull();
});

it('a ward that has no year begins with one that can be worked on', async () => {
  const wardId = newId();
  await rows(`INSERT INTO ward (id, code, name) VALUES ($1, '271039', '此花区')`, [wardId]);
  const join = (roles: string[], departmentId: string | null = null) =>
    rows(
      `INSERT INTO membership (ward_id, id, account_id, roles, department_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (ward_id, account_id) DO UPDATE SET roles = EXCLUDED.roles, department_id = EXCLUDED.department_id`,
      [wardId, newId(), admin.accountId, roles, departmentId],
    );
  await join(['admin']);
  const begins = { ...admin, wardId };
  expect(await openYear.execute(as(begins), { year: 2027 })).toMatchObject({ ok: true });
  expect(await openYear.execute(as(begins), { year: 2027 })).toMatchObject({ code: 'already_exists' });
  const { isOpen, texts, categories } = await settings(2027, begins);
  expect((await settings(2027, begins)).lastTexts).toBeNull();
  expect({ isOpen, title: texts.title }).toEqual({ isOpen: true, title: '此花区関連予算（案）概要' });
  expect(categories.map(({ name }) => name)).toEqual(['区長自由経費', '区ＣＭ自由経費']);
  const departmentId = newId();
  await rows(`INSERT INTO department (ward_id, id, name, sort_order) VALUES ($1, $2, '総務課', 1)`, [
    wardId,
    departmentId,
  ]);
  const drafter: Actor = { ...begins, departmentId, roles: ['drafter'] };
  await join(['drafter'], departmentId);
  const [category] = await rows('SELECT category_id AS id FROM category_year WHERE ward_id = $1 LIMIT 1', [wardId]);
  const entry = { ...BLANK_FORM, year: 2027, name: '事業', categoryId: category.id, amount: '1' };
  expect(await addEntry.execute(as(drafter), { ...entry, entryId: newId() })).toMatchObject({ ok: true });
});

describe('opening the next year', () => {
  it('is refused while its copies would belong to a retired 課', async () => {
    const [used] = await rows(`SELECT department_id AS id FROM entry WHERE ward_id = $1 AND status = 'draft' LIMIT 1`, [
      admin.wardId,
    ]);
    await rows('UPDATE department SET retired_at = now() WHERE id = $1', [used.id]);
    expect(await openYear.execute(as(admin), { year: 2024 })).toMatchObject({ code: 'department_retired' });
    await rows('UPDATE department SET retired_at = NULL WHERE id = $1', [used.id]);
  });

  it('is refused for a year that is there or does not follow', async () => {
    expect(await openYear.execute(as(admin), { year: 2023 })).toMatchObject({ code: 'already_exists' });
    expect(await openYear.execute(as(admin), { year: 2025 })).toMatchObject({ code: 'no_previous_year' });
  });

  it('happens once, however many ask, and copies what was not withdrawn', async () => {
    await rows(`UPDATE entry SET status = 'withdrawn' WHERE name LIKE '%児童%' AND status = 'draft' AND ward_id = $1`, [
      admin.wardId,
    ]);
    await rows(
      `UPDATE entry SET budget_name = '予算書の名', opinions_and_pledges = '意見', remarks = '補助', mark = 'new', rank = 1 WHERE ward_id = $1`,
      [admin.wardId],
    );
    const results = await Promise.all(Array.from({ length: 5 }, () => openYear.execute(as(admin), { year: 2024 })));
    const [opened, ...surplus] = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(surplus).toEqual([]);
    const left = await rows(
      `SELECT e.name FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id WHERE y.year = 2023 AND e.status = 'withdrawn'
        AND e.ward_id = $1 ORDER BY e.sort_order`,
      [admin.wardId],
    );
    expect(left.length).toBeGreaterThan(0);
    expect(opened).toEqual({ year: 2024, notCopied: left.map(({ name }) => name) });
    const [audit] = await rows(`SELECT after FROM audit_event WHERE operation = 'year.open' AND ward_id = $1`, [
      admin.wardId,
    ]);
    expect(audit.after).toMatchObject({ copiedFrom: 2023, notCopied: left.map(({ name }) => name) });
    expect(results.filter((result) => !result.ok && result.code === 'already_exists')).toHaveLength(4);
    const { texts, isOpen, categories } = await settings(2024);
    expect({ texts, isOpen }).toEqual({ texts: (await settings(2023)).texts, isOpen: true });
    expect((await settings(2024)).lastTexts).toEqual(texts);
    const source = (await settings(2023)).categories;
    expect(categories.map(({ name, explanation }) => [name, explanation])).toEqual(
      source.map(({ name, explanation }) => [name, explanation]),
    );
    expect(categories.flatMap((c) => [c.ceiling, c.annexAmount, c.recordedTotal])).toEqual(Array(6).fill(null));

    const copies = await rows(
      `SELECT e.status, e.version, e.amount, e.drafted_by, e.last_edited_by, e.ever_approved, e.search_key = s.search_key
          AND e.sort_order = s.sort_order AS same, r.action, r.actor_id, r.after = entry_snapshot(e) AS "snapshotFits",
        entry_snapshot(e) AS copy, entry_snapshot(s) AS source
       FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id AND y.year = 2024
       JOIN entry s ON s.ward_id = e.ward_id AND s.project_id = e.project_id
       JOIN fiscal_year sy ON sy.ward_id = s.ward_id AND sy.id = s.fiscal_year_id AND sy.year = 2023
       JOIN entry_step r ON r.ward_id = e.ward_id AND r.entry_id = e.id WHERE e.ward_id = $1`,
      [admin.wardId],
    );
    const [all] = await rows(
      `SELECT count(*)::int AS count FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id
      WHERE y.year = 2023 AND e.status <> 'withdrawn' AND e.ward_id = $1`,
      [admin.wardId],
    );
    expect(all.count).toBeGreaterThan(0);
    const contents = copies.map(({ copy, source }) => ({
      copy,
      source: {
        ...blankContent,
        findingReasons: null,
        ...byField(fieldsWhere({ isCopied: true }), (field) => source[field]),
        status: 'draft',
      },
    }));
    for (const { copy, source } of contents) expect(copy).toEqual(source);
    expect(copies.map(({ copy: _, source: __, ...row }) => row)).toEqual(
      Array(all.count).fill({
        status: 'draft',
        version: 1,
        amount: null,
        drafted_by: null,
        last_edited_by: null,
        ever_approved: false,
        same: true,
        action: 'copy',
        actor_id: admin.accountId,
        snapshotFits: true,
      }),
    );
  });
});

const pointsOf = (year: number) => listOpenPoints(readerOf(admin, 'year.close'), year);

describe('closing a year', () => {
  it('waits for every decision and then refuses changes', async () => {
    const { version } = await settings(2023);
    await setStatus('in_review');
    const all = { year: 2023, version, confirmed: await pointsOf(2023) };
    expect(await closeYear.execute(as(admin), all)).toMatchObject({ code: 'entries_undecided' });
    await setStatus('approved');
    const confirmed = await pointsOf(2023);
    expect(confirmed.map(({ kind, name }) => [kind, name])).toEqual([['blankAnnex', '区ＣＭ自由経費']]);
    const close = (changes: object = {}) =>
      closeYear.execute(as(admin), { year: 2023, version, confirmed, ...changes });
    expect(await close({ confirmed: [] })).toMatchObject({ code: 'points_unconfirmed' });
    const { id, innovation } = await entryOf(database.owner, '児童虐待');
    const write = async (text: string) => {
      await rows('UPDATE entry SET innovation = $2 WHERE id = $1', [id, text]);
      globalThis.yosanFindings = undefined;
    };
    await write('（要確認');
    expect(await close({ confirmed: await pointsOf(2023) })).toMatchObject({ code: 'findings_wrong' });
    await write(innovation);
    expect(await close({ version: version + 1 })).toMatchObject({ code: 'conflict' });
    expect(await close()).toMatchObject({ ok: true });
    expect(await close({ version: version + 1 })).toMatchObject({ code: 'year_closed' });
  });

  it('keeps who did it and what was confirmed, which the log says too', async () => {
    const { closed } = await settings(2023);
    expect(closed).toMatchObject({ by: admin.name, confirmed: [{ kind: 'blankAnnex', name: '区ＣＭ自由経費' }] });
    expect((await settings(2022)).closed).toBeNull();
    expect((await getDocument(readerOf(admin, 'document.read'), 2023))?.closed).toEqual(closed);
    const [audit] = await rows(`SELECT after FROM audit_event WHERE operation = 'year.close'`);
    expect(audit.after).toEqual({ status: 'closed', confirmed: closed?.confirmed });
    const { rows: logged } = await listAuditEvents(readerOf(admin, 'audit.read'), null);
    const change = logged[0]?.changes.find(({ field }) => field === 'confirmed');
    expect(auditValueText('fiscal_year', 'confirmed', change?.after ?? null)).toBe(
      `${openPointTitle.blankAnnex}：区ＣＭ自由経費`,
    );
  });

  it('shows in the list, which offers the year after the newest', async () => {
    const { years, nextYear } = await listYearSettings(readerOf(admin, 'year.manage'));
    expect(nextYear).toBe(2025);
    expect(years.filter(({ isOpen }) => isOpen).map(({ year }) => year)).toEqual([2024]);
    expect(years.find(({ year }) => year === 2024)).toMatchObject({ blankAnnexCount: 2, annexCount: 0 });
    expect(years.find(({ year }) => year === 2022)).toMatchObject({ blankAnnexCount: 0, annexCount: 2 });
    expect(years.find(({ year }) => year === 2021)).toMatchObject({ blankAnnexCount: 0, annexCount: 0 });
  });
});

describe('a year whose sums are over the 枠', () => {
  const row = async () => {
    const { years } = await listYearSettings(readerOf(admin, 'year.manage'));
    const found = years.find(({ year }) => year === 2024);
    if (!found) throw new Error('no year 2024');
    return found;
  };
  const close = async (confirmed: OpenPoint[]) =>
    closeYear.execute(as(admin), { year: 2024, version: (await row()).version, confirmed });
  const setCeiling = (ceiling: number) =>
    rows(
      `UPDATE category_year SET ceiling = $1 WHERE ward_id = $2 AND category_id = (SELECT category_id FROM entry e
         WHERE e.fiscal_year_id = category_year.fiscal_year_id LIMIT 1)
         AND fiscal_year_id = (SELECT id FROM fiscal_year WHERE ward_id = $2 AND year = 2024)`,
      [ceiling, admin.wardId],
    );

  it('is closed by who saw which and by how much, and by nobody else', async () => {
    await rows(
      `UPDATE entry SET status = 'approved', amount = 10 WHERE ward_id = $1
         AND fiscal_year_id = (SELECT id FROM fiscal_year WHERE ward_id = $1 AND year = 2024)`,
      [admin.wardId],
    );
    await setCeiling(4);
    const { over, entryCount } = await row();
    expect(over).toMatchObject([{ over: entryCount * 10 - 4, isComplete: false }]);
    const seen = await pointsOf(2024);
    expect(seen.find(({ kind }) => kind === 'overCeiling')).toMatchObject({ value: entryCount * 10 - 4 });
    expect(await close(seen.filter(({ kind }) => kind !== 'overCeiling'))).toMatchObject({
      code: 'points_unconfirmed',
    });
    await setCeiling(3);
    expect(await close(seen)).toMatchObject({ code: 'points_unconfirmed' });
    expect((await settings(2024)).categories.flatMap((of) => of.over ?? [])).toMatchObject([
      { over: entryCount * 10 - 3 },
    ]);
    expect(await close(await pointsOf(2024))).toMatchObject({ ok: true });
  });

  it('is reopened for a reason, which stays with it while it is open', async () => {
    const reopen = async (actor: Actor, reason: string, changes: object = {}) =>
      reopenYear.execute(as(actor), { year: 2024, version: (await row()).version, reason, ...changes });
    const drafter = await actorOf(database.owner, 'drafter');
    expect(await reopen(drafter, '計数の誤り。')).toMatchObject({ code: 'forbidden' });
    expect(await reopen(otherAdmin, '計数の誤り。')).toMatchObject({ code: 'not_found' });
    expect(await reopen(admin, ' ')).toMatchObject({ fields: { reason: 'required' } });
    expect(await reopen(admin, '計数の誤り。', { version: 1 })).toMatchObject({ code: 'conflict' });
    expect((await row()).reopened).toBeNull();
    const answers = await Promise.all([reopen(admin, '計数の誤り。'), reopen(admin, '計数の誤り。')]);
    expect(answers.map((answer) => answer.ok || answer.code).sort()).toEqual(['conflict', true]);
    expect((await row()).reopened).toMatchObject({ reason: '計数の誤り。', by: admin.name });
    expect(await settings(2024)).toMatchObject({ isOpen: true, reopened: { reason: '計数の誤り。' } });
    expect((await readHome(readerOf(admin, 'year.read'), 2024))?.home).toMatchObject({
      isOpen: true,
      reopened: { reason: '計数の誤り。', by: admin.name },
    });
    const [audit] = await rows(`SELECT before, after FROM audit_event WHERE operation = 'year.reopen'`);
    expect(audit).toEqual({
      before: { status: 'closed' },
      after: { status: 'open', reason: '計数の誤り。', confirmed: null },
    });
    expect(await reopen(admin, 'もう一度。')).toMatchObject({ code: 'conflict' });
    expect((await settings(2024)).closed).toBeNull();
    expect(await close(await pointsOf(2024))).toMatchObject({ ok: true });
    expect((await row()).reopened).toBeNull();
  });
});

it('lists every entry again where the year before did', async () => {
  await rows(`UPDATE fiscal_year SET status = 'open' WHERE year = 2024`);
  const [first, second] = (await settings(2024)).categories;
  for (const [{ id, version, name, explanation }, annexAmount] of [
    [first, '0'],
    [second, '7'],
  ] as [CategorySettings, string][]) {
    const input = { categoryYearId: id, version, name, explanation, ceiling: '', annexAmount };
    expect(await editCategory.execute(as(admin), input)).toMatchObject({ ok: true });
  }
  expect(await openYear.execute(as(admin), { year: 2025 })).toMatchObject({ ok: true });
  expect((await settings(2025)).categories.map(({ annexAmount }) => annexAmount)).toEqual([0, null]);
});
