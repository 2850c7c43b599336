import { expect, type Page } from '@playwright/test';
import { entryFieldText } from '@/lib/text/entry/entry';
import { editorText, restoreText } from '@/lib/text/entry/entry-editor';
import { signInText } from '@/lib/text/sign-in/sign-in';
import { expectNoFault } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { accountOf, type LoginId, test } from './setup/fixtures';

const NAME = '児童虐待未然防止・早期発見強化事業';
const OTHER = '不登校児童生徒アウトリーチ型支援事業';
const TYPED = '保存する前に時間切れになった概要。';

const kept = (page: Page) => page.evaluate(() => Object.entries(localStorage).flat().join('\n'));

async function signIn(page: Page, loginId: LoginId) {
  const { password } = accountOf(loginId);
  await page.getByLabel(signInText.loginId, { exact: true }).fill(loginId);
  await page.getByLabel(signInText.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: signInText.submit, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Text that isn't stored, and a session that ends without a sign-out. */
async function loseSession(page: Page, editor: string, end: () => Promise<unknown>, text = TYPED) {
  await page.goto(editor);
  await page.getByLabel(/^概要/).fill(text);
  await expect.poll(() => kept(page)).toContain('yosan:');
  await end();
  await page.goto(editor);
  await page.waitForURL(/sign-in/);
}

test('what a session that ended leaves on the device is nobody else\u2019s to read', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  page.on('dialog', (dialog) => dialog.accept());
  const editor = `${await pathOf(app, NAME)}/edit`;
  const other = `${await pathOf(app, OTHER)}/edit`;
  await loseSession(page, editor, () => app.rows('DELETE FROM session'));
  const left = await kept(page);
  expect(left).toContain('yosan:');
  for (const word of ['時間切れ', NAME, 'summary', 'categoryId']) expect(left).not.toContain(word);

  await test.step('the same person finds it again', async () => {
    await signIn(page, 'drafter');
    await page.goto(editor);
    await page.getByRole('button', { name: restoreText.restore, exact: true }).click();
    await expect(page.getByLabel(/^概要/)).toHaveValue(TYPED);
  });

  await test.step('moved to another entry, it doesn’t open', async () => {
    const [from = '', to = ''] = [editor, other].map((path) => path.split('/').at(-2));
    const moved = await page.evaluate(
      ([own, others]) => {
        const names = Object.keys(localStorage).filter((name) => name.endsWith(own));
        for (const name of names) localStorage.setItem(name.replace(own, others), localStorage.getItem(name) ?? '');
        return names.length;
      },
      [from, to] as const,
    );
    expect(moved).toBe(1);
    await page.goto(other);
    await page.getByLabel(/^概要/).fill('この事業の概要。');
    await expect(page.getByText(/に保存しました$/)).toBeVisible();
    await expect(page.getByRole('button', { name: restoreText.restore, exact: true })).toHaveCount(0);
  });

  await test.step('somebody else removes it by signing in', async () => {
    await loseSession(page, editor, () => app.rows('DELETE FROM session'), '次の時間切れの概要。');
    await page.evaluate(() => localStorage.setItem('yosan:entry:anybody:2023', 'as an earlier version wrote it'));
    await signIn(page, 'viewer');
    await expect.poll(() => kept(page)).not.toContain('yosan:');
  });
});

test('what was begun in one ward is not offered in another', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  page.on('dialog', (dialog) => dialog.accept());
  await app.rows(`INSERT INTO membership (ward_id, id, account_id, department_id, roles)
    SELECT d.ward_id, gen_random_uuid(), a.id, d.id, '{drafter}' FROM account a, department d JOIN ward w ON w.id = d.ward_id
    WHERE a.login_id = 'drafter' AND w.name = '大正区' LIMIT 1`);
  const choose = (ward: string) =>
    app.rows(
      `UPDATE session SET ward_id = (SELECT id FROM ward WHERE name = $1)
       WHERE account_id = (SELECT id FROM account WHERE login_id = 'drafter')`,
      [ward],
    );
  await page.goto('/years/2023/entries/new');
  await page.getByLabel(/^概要/).fill(TYPED);
  await expect.poll(() => kept(page)).toContain('yosan:');
  const offersIn = (tab: Page) => tab.getByRole('button', { name: restoreText.restore, exact: true });
  for (const ward of ['大正区', '港区']) {
    await choose(ward);
    await page.goto('/years/2023/entries/new');
    await page.getByLabel(/^工夫点/).fill(`${ward}の工夫点。`);
    await expect(page.getByText(editorText.storedOnce([]))).toBeVisible();
    await expect(offersIn(page)).toHaveCount(ward === '港区' ? 1 : 0);
  }

  await test.step('two tabs that restore it add an entry each', async () => {
    const tabs = [page, await page.context().newPage()];
    await tabs[1]?.goto('/years/2023/entries/new');
    await expect(offersIn(tabs[1] as Page).last()).toBeVisible();
    for (const [nth, tab] of tabs.entries()) {
      await offersIn(tab).last().click();
      await tab.getByLabel(entryFieldText.categoryId).selectOption({ index: 1 });
      await tab.getByLabel(/^事業名/).fill(`${nth}番目の事業`);
    }
    await expect
      .poll(() =>
        app.rows("SELECT name FROM entry WHERE summary = $1 AND name LIKE '%番目の事業' ORDER BY name", [TYPED]),
      )
      .toEqual([{ name: '0番目の事業' }, { name: '1番目の事業' }]);
  });
});

test('what can’t be stored any more is shown, to be copied, until it is discarded', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  page.on('dialog', (dialog) => dialog.accept());
  const setYear = (status: string) => app.rows(`UPDATE fiscal_year SET status = $1 WHERE year = 2023`, [status]);
  const editor = `${await pathOf(app, OTHER)}/edit`;
  await page.goto(editor);
  await page.getByLabel(/^概要/).fill(TYPED);
  await setYear('closed');
  await page.getByLabel(/^予算額/).fill('4321');
  await expect.poll(() => kept(page)).toContain('yosan:');
  await page.goto(editor);
  await expect(page.getByRole('heading', { level: 1, name: editorText.cannotEdit })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '4,321千円' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: TYPED })).toBeVisible();
  await expectNoFault(page, 'kept and not to be edited');
  await page.getByRole('button', { name: restoreText.discard, exact: true }).click();
  await expect(page.getByText(TYPED)).toHaveCount(0);
  await expect(page.getByText(restoreText.discarded)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: restoreText.discarded })).toBeFocused();
  expect(await kept(page)).not.toContain('yosan:');
  await setYear('open');
});

test('a page that nobody touches goes with its session, with or without the server', async ({ app, openAs }) => {
  for (const isOffline of [false, true]) {
    const page = await openAs('viewer');
    await page.clock.install();
    await page.goto('/years/2023/entries');
    await expect(page.getByRole('link', { name: NAME, exact: true })).toBeVisible();
    await page.clock.fastForward('50:00');
    await page.keyboard.press('Shift');
    await page.clock.fastForward('50:00');
    await expect(page).toHaveURL(/entries$/);
    await app.rows('DELETE FROM session');
    await page.context().setOffline(isOffline);
    await page.clock.fastForward('11:00');
    await expect(page.getByText(NAME)).toHaveCount(0);
    if (!isOffline) await expect(page).toHaveURL(/sign-in\?next=%2Fyears%2F2023%2Fentries$/);
    await page.context().close();
  }
});
