import { expect, type Page } from '@playwright/test';
import { historyText } from '@/lib/text/entry/entry-history';
import { check, expectNoFault } from './setup/accessibility';
import type { App } from './setup/app';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const MOVED = '不登校児童生徒アウトリーチ型支援事業';
const DROPPED = '児童虐待未然防止・早期発見強化事業';

const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const save = async (page: Page) => {
  await page.getByRole('button', { name: '保存', exact: true }).click();
};
const saved = (page: Page) => expect(page.getByText(/に保存しました$/)).toBeVisible();
/** The cells of the row that begins with a link of that name. */
const rowOf = (page: Page, name: string, reason: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
    .filter({ has: page.getByRole('cell', { name: reason, exact: true }) });

test('a drafter says how an added entry stands to last year, and entry, list, document and history say so', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  await page.goto('/years/2023/entries/new');
  await expect(radio(page, '新規事業')).toBeChecked();
  await expect(radio(page, '前年度の事業の続き')).toHaveCount(0);
  await page.getByLabel(/^事業名/).fill('水辺の事業');
  await page.getByLabel(/^経費区分/).selectOption({ label: '区長自由経費' });
  await page.getByLabel(/^予算額/).fill('1,000');
  await page.getByLabel('重点的に取り組む事業', { exact: true }).check();
  await expectNoFault(page, 'adding a new project');
  await save(page);
  await saved(page);

  await radio(page, '前年度の金額を入力').check();
  await save(page);
  const wrong = page.getByRole('link', { name: '前年度の金額を入力してください。', exact: true });
  await expect(wrong).toBeVisible();
  await expectNoFault(page, 'adding without last year’s amount');
  await wrong.click();
  await expect(page.getByRole('textbox', { name: /^前年度の金額/ })).toBeFocused();
  await page.keyboard.type('６０千円');
  await save(page);
  await saved(page);
  await expect(page.getByText('940', { exact: true })).toBeVisible();

  await radio(page, '新規事業').check();
  await save(page);
  await expect(page.getByText('1,000', { exact: true })).toBeVisible();
  await saved(page);
  await page.goto('/years/2023/entries');
  await expect(page.getByRole('row').filter({ hasText: '水辺の事業' }).getByRole('cell').nth(5)).toHaveText('新規');
  await page.getByRole('link', { name: '水辺の事業', exact: true }).click();
  await expect(page.locator('.entry-amounts').getByText('新規', { exact: true })).toBeVisible();
  await expect(page.getByText('新規事業', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^履歴/ }).click();
  await page.getByRole('link', { name: historyText.each }).click();
  await expect(page.getByText('前年度の金額（千円）').first()).toBeVisible();
  await expectNoFault(page, 'history of last year');
  await page.goto('/years/2023/document');
  await expect(page.getByText('令和４年度予算額：新規〉')).toBeVisible();

  await app.rows(
    `WITH last AS (SELECT e.* FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id WHERE y.year = 2022 AND e.name = $1),
     p AS (INSERT INTO project (ward_id, id) SELECT ward_id, gen_random_uuid() FROM last RETURNING id)
     INSERT INTO entry SELECT (jsonb_populate_record(NULL::entry, to_jsonb(l) || jsonb_build_object('id', gen_random_uuid(),
       'project_id', p.id, 'name', '前の名の事業', 'amount', 400))).* FROM last l, p`,
    [MOVED],
  );
  await page.goto(`${await pathOf(app, '水辺の事業')}/edit`);
  await radio(page, '前年度の事業の続き').check();
  await save(page);
  await expect(page.getByRole('link', { name: '前年度の事業を選んでください。', exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: /^前年度の事業/ }).selectOption({ label: '前の名の事業' });
  await expect(page.getByText('600', { exact: true })).toBeVisible();
  await expectNoFault(page, 'going on with a project of last year');
  await save(page);
  await saved(page);
  await page.reload();
  await expect(radio(page, '前年度の事業の続き')).toBeChecked();
  await page.goto(`${await pathOf(app, '水辺の事業')}/confirm`);
  await expect(page.getByText('前年度の「前の名の事業」の続き')).toBeVisible();
  await page.goto('/years/2023/document');
  await expect(page.getByText('令和４年度予算額：400千円〉')).toBeVisible();
});

test('what moved, was withdrawn or came too late has a row of its own in the list', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.goto(`${await pathOf(app, MOVED)}/edit`);
  await expect(page.getByRole('group', { name: /^前年度/ })).toHaveCount(0);
  await page.getByLabel(/^経費区分/).selectOption({ label: '区ＣＭ自由経費' });
  await page.getByLabel(/^予算額/).fill('3,900');
  await save(page);
  await saved(page);
  await page.goto(await pathOf(app, DROPPED));
  await page.getByRole('button', { name: '取り下げる', exact: true }).click();
  await page.getByRole('button', { name: 'この事業を取り下げる', exact: true }).click();
  await expect(page.getByText('取り下げました。内容は履歴に残っています。')).toBeVisible();

  await page.goto('/years/2023/entries?department=all');
  await expect(rowOf(page, MOVED, '移管')).toHaveCount(2);
  await expect(rowOf(page, MOVED, '下書き').getByRole('cell').nth(5)).toHaveText('移管');
  await expect(rowOf(page, DROPPED, '廃止').getByRole('cell').nth(6)).toHaveText(/^△/);
  const [entries] = await app.rows<{ count: number }>(`SELECT count(*)::int FROM entry e
    JOIN fiscal_year y ON y.id = e.fiscal_year_id JOIN ward w ON w.id = e.ward_id
    WHERE y.year = 2023 AND w.code = '271071' AND e.status <> 'withdrawn'`);
  await expect(page.getByText(new RegExp(`^${entries?.count}件`))).toBeVisible();
  expect(await check(page, 'list with what was carried over')).toEqual([]);
  await page.goto('/years/2023/entries?status=withdrawn');
  await expect(rowOf(page, DROPPED, '廃止')).toHaveCount(0);
  await expect(rowOf(page, DROPPED, '取下げ')).toHaveCount(1);
});

test('the document of a year with totals alone has no section of entries, on the page and in the file', async ({
  openAs,
}) => {
  const page = await openAs('viewer');
  await page.goto('/years/2021/document');
  await expect(page.getByText('事業の記録がありません')).toBeVisible();
  await expect(page.getByText('【１ 区長（区ＣＭ）が関与する予算額】')).toBeVisible();
  await expect(page.getByText('該当する事業はありません。')).toHaveCount(0);
  await expect(page.getByText('【２ 重点的に取り組む事業】')).toHaveCount(0);
  expect(await check(page, 'document with totals alone')).toEqual([]);
  const pdf = await page.context().request.get('/api/years/2021/document/pdf');
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

test('what makes the figures doubtful is said beside the download, each with the way to mend it', async ({
  app,
  openAs,
}) => {
  await app.rows(`UPDATE category_year c SET ceiling = 10, annex_amount = 100 FROM fiscal_year y
    WHERE y.id = c.fiscal_year_id AND y.year = 2023 AND c.name = '区長自由経費'`);
  await app.rows(`UPDATE fiscal_year SET status = 'open' WHERE year = 2022`);
  const page = await openAs('admin');
  await page.goto('/years/2023/document');
  await expect(page.getByText(/^区長自由経費が枠を[\d,]+千円超えています。/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'この経費区分の事業を表示', exact: true })).toHaveAttribute(
    'href',
    /\/years\/2023\/entries\?category=/,
  );
  await expect(page.getByText(/前年度（令和4年度）は確定していません。/)).toBeVisible();
  await expect(page.getByRole('link', { name: '令和4年度を開く', exact: true })).toBeVisible();
  await page.getByText(/^予算額が未入力の事業が\d+件あります。/).click();
  expect(await check(page, 'document with doubtful figures')).toEqual([]);
  await app.rows(`UPDATE fiscal_year SET status = 'closed' WHERE year = 2022`);
});

test('（案） is a text of the year, which may have none', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/years/2023/document');
  await expect(page.getByRole('columnheader', { name: '令和５年度（案）', exact: true })).toBeVisible();
  await page.goto('/admin/years/2023');
  const mark = page.getByLabel(/^表の当年度の見出しに付ける印/);
  await expect(mark).toHaveValue('（案）');
  await mark.fill('');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('保存しました。')).toBeVisible();
  await page.goto('/years/2023/document');
  await expect(page.getByRole('columnheader', { name: '令和５年度', exact: true })).toBeVisible();
});

test('opening a year names what it did not copy', async ({ app, openAs }) => {
  await app.rows(
    `UPDATE entry e SET status = 'withdrawn' FROM fiscal_year y
    WHERE y.id = e.fiscal_year_id AND y.year = 2023 AND e.name = $1`,
    [DROPPED],
  );
  const page = await openAs('admin');
  await page.goto('/admin/years');
  await page.getByRole('button', { name: '令和6年度の編成を開始', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '令和6年度の編成を開始', exact: true }).click();
  const answer = `令和6年度の編成を開始しました。取り下げた事業1件は複写していません：「${DROPPED}」`;
  await expect(page.getByText(answer, { exact: true })).toBeVisible();
  expect(await check(page, 'years after opening')).toEqual([]);
});

/** Every page that takes a year, at both ends of them. */
async function yearWithAnEntry(app: App, year: number): Promise<string> {
  const [entry] = await app.rows<{ id: string }>(
    `WITH source AS (SELECT * FROM fiscal_year WHERE year = 2023 AND ward_id = (SELECT id FROM ward WHERE code = '271071')),
     opened AS (INSERT INTO fiscal_year SELECT (jsonb_populate_record(NULL::fiscal_year, to_jsonb(s)
       || jsonb_build_object('id', gen_random_uuid(), 'year', $1::int))).* FROM source s RETURNING *),
     categories AS (INSERT INTO category_year SELECT (jsonb_populate_record(NULL::category_year, to_jsonb(c)
       || jsonb_build_object('id', gen_random_uuid(), 'fiscal_year_id', o.id))).*
       FROM category_year c JOIN source s ON s.id = c.fiscal_year_id, opened o RETURNING 1)
     INSERT INTO entry SELECT (jsonb_populate_record(NULL::entry, to_jsonb(e)
       || jsonb_build_object('id', gen_random_uuid(), 'fiscal_year_id', o.id, 'status', 'draft', 'version', 1))).*
     FROM entry e JOIN source s ON s.id = e.fiscal_year_id, opened o WHERE e.name = $2 RETURNING id`,
    [year, MOVED],
  );
  return entry?.id ?? '';
}

test('the first and the last year open on every page that takes a year', async ({ app, openAs }) => {
  const [drafter, admin] = [await openAs('drafter'), await openAs('admin')];
  for (const [year, before] of [
    [1989, '昭和63年度'],
    [2100, '令和81年度'],
  ] as const) {
    const entry = `/years/${year}/entries/${await yearWithAnEntry(app, year)}`;
    const ofYear = ['', '/entries', '/document', '/approvals', '/order'].map((part) => `/years/${year}${part}`);
    const ofEntry = ['', '/edit', '/confirm', '/history'].map((part) => `${entry}${part}`);
    const pages = [
      ...[...ofYear, '/admin/years'].map((path) => [admin, path] as const),
      ...[...ofEntry, `/years/${year}/entries/new`].map((path) => [drafter, path] as const),
    ];
    for (const [page, path] of pages) {
      const answer = await page.context().request.get(path);
      const html = await answer.text();
      expect([path, answer.status(), html.match(/<h1/g)?.length]).toEqual([path, 200, 1]);
      if (path.endsWith('/document')) expect(html).toContain(`${before}予算額：`);
    }
    // What computes in the browser as well.
    for (const [page, path] of [
      [admin, `/admin/years/${year}`],
      [drafter, `${entry}/edit`],
    ] as const) {
      expect((await page.goto(path))?.status()).toBe(200);
      await expect(page.getByRole('button', { name: '保存', exact: true })).toBeEnabled();
    }
    for (const format of ['pdf', 'svg']) {
      const file = await admin.context().request.get(`/api/years/${year}/document/${format}`);
      expect([year, format, file.status()]).toEqual([year, format, 200]);
    }
  }
});
