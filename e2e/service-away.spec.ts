import { expect, type Page } from '@playwright/test';
import { paths } from '@/lib/routes';
import { entryText } from '@/lib/text/entry/entry';
import { editorText, saveFailureText } from '@/lib/text/entry/entry-editor';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { errorText, problemText } from '@/lib/text/errors';
import { readThroughText } from '@/lib/text/read-through/read-through';
import { signInProblemText, signInText } from '@/lib/text/sign-in/sign-in';
import { unavailableText } from '@/lib/text/ui';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { accountOf, test } from './setup/fixtures';
import { isListening } from './setup/listening';
import { plantEntries } from './setup/planted-entries';
import { rowMenu } from './setup/row-menu';

const NAME = '不登校児童生徒アウトリーチ型支援事業';

const summaryOf = (page: Page) => page.getByLabel(/^概要/);
const save = (page: Page) => page.getByRole('button', { name: editorText.save, exact: true }).click();

test.describe.configure({ mode: 'serial' });
test.afterEach(({ app }) => app.wire.heal());

test('what was saved while the database was away is stored when it is back, and typing goes on', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  await summaryOf(page).fill('データベースのない間に保存した文。');
  app.wire.cut();
  await save(page);
  await expect(page.getByText(saveFailureText.unavailable)).toBeVisible();
  await expect(page.getByText(editorText.savedLater)).toBeVisible();
  expect(await check(page, 'editor unavailable')).toEqual([]);
  await page.getByLabel(/^工夫点/).fill('そのあとに書いた文。');
  await expect(page.getByLabel(/^工夫点/)).toBeFocused();

  app.wire.heal();
  await expect(page.getByText(saveFailureText.unavailable)).toHaveCount(0, { timeout: 40_000 });
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  await expect(page.getByLabel(/^工夫点/)).toBeFocused();
  const stored = () =>
    app.rows('SELECT summary, innovation, version FROM entry WHERE name = $1 AND version > 1', [NAME]);
  // What was sent first, and then what was typed since.
  expect(await stored()).toEqual([
    { summary: 'データベースのない間に保存した文。', innovation: 'そのあとに書いた文。', version: 3 },
  ]);
});

test('a server that is started again knows the session, and gets what could not be saved', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  await page.getByLabel(/^予算額/).fill('3,898');
  await summaryOf(page).fill('サーバーのない間に保存した文。');
  await app.stop();
  await save(page);
  await expect(page.getByText(saveFailureText.unreachable)).toBeVisible();
  await app.start();
  await expect(page.getByText(/に保存しました$/)).toBeVisible({ timeout: 40_000 });
  await page.reload();
  await expect(summaryOf(page)).toHaveValue('サーバーのない間に保存した文。');
});

test('戻る in a queue shows the entry of before, also without a server', async ({ app, openAs }) => {
  await plantEntries(app, { name: '承認を待つ事業', count: 2, status: 'in_review' });
  const page = await openAs('approver');
  await page.goto((await pathOf(app, '承認を待つ事業1')).replace('/entries/', '/approvals/'));
  await isListening(page, '#workflow-approve');
  const heading = page.getByRole('heading', { level: 1 });
  const first = (await heading.textContent()) ?? '';
  await page.keyboard.press('Alt+n');
  await expect(heading).not.toHaveText(first);
  await app.stop();
  const asked = page.waitForRequest((request) => request.url().endsWith(paths.health));
  await page.evaluate(() => window.history.back());
  expect(await (await asked).response()).toBeNull();
  await page.getByRole('button', { name: entryStepText.approve.button, exact: true }).click();
  await expect(page.getByText(problemText('unreachable'))).toBeVisible();
  await expect(heading).toHaveText(first);
  await app.start();
});

test('a page stays where it is while the server is away, says what was not done, and goes on', async ({
  app,
  openAs,
}) => {
  const reader = await openAs('approver');
  await reader.goto('/years/2023/read-through');
  const admin = await openAs('admin');
  await admin.goto('/admin/departments');
  for (const [page, drawn] of [
    [reader, '#place-1'],
    [admin, 'summary'],
  ] as const)
    await isListening(page, drawn);
  const [first = '', second = ''] = await admin.getByRole('rowheader').allInnerTexts();
  const moveDown = async () => {
    await rowMenu(admin, first).focus();
    await admin.keyboard.press('Alt+ArrowDown');
  };
  const marks = () => app.rows('SELECT place FROM reading_mark');

  await app.stop();
  await moveDown();
  await reader.keyboard.press('Enter');
  await expect(admin.getByRole('region').getByText(problemText('unreachable'))).toBeVisible();
  await expect(reader.getByText(readThroughText.cameBack(1, problemText('unreachable')))).toBeVisible();
  await reader.evaluate(() => window.dispatchEvent(new Event('focus')));
  await app.start();
  await moveDown();
  await expect(admin.getByRole('rowheader').nth(1)).toHaveText(first);
  await expect(admin.getByRole('rowheader').first()).toHaveText(second);
  await reader.keyboard.press('Enter');
  await expect.poll(marks).toHaveLength(1);
});

test('pages, decisions, sign-ins and downloads say that it is away, and a page comes back by itself', async ({
  app,
  openAs,
  browser,
}) => {
  const page = await openAs('drafter');
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/confirm`);
  const visitor = await (await browser.newContext({ baseURL: app.url })).newPage();
  await visitor.goto('/sign-in');
  app.wire.cut();

  await page.getByRole('button', { name: entryStepText.submit.button, exact: true }).click();
  await expect(page.getByText(errorText.unavailable)).toBeVisible();

  await visitor.getByLabel(signInText.loginId, { exact: true }).fill('viewer');
  await visitor.getByLabel(signInText.password, { exact: true }).fill(accountOf('viewer').password);
  await visitor.getByRole('button', { name: signInText.submit, exact: true }).click();
  await expect(visitor.getByText(signInProblemText.unavailable)).toBeVisible();
  await visitor.context().close();

  const download = await page.request.get('/api/years/2023/document/pdf');
  expect(download.status()).toBe(503);
  expect(download.headers()['retry-after']).toBe('30');
  expect(await download.text()).toBe(errorText.unavailable);

  const away = await page.goto(path);
  expect(away?.status()).toBe(503);
  expect(away?.headers()['retry-after']).toBe('30');
  await expect(page.getByRole('heading', { name: unavailableText.title })).toBeVisible();
  expect(await check(page, 'page unavailable')).toEqual([]);
  app.wire.heal();
  await expect(page.getByRole('link', { name: entryText.edit })).toBeVisible({ timeout: 20_000 });
});
