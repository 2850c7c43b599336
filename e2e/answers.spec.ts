import { expect, type Page, type Route } from '@playwright/test';
import { accountText } from '@/lib/text/account';
import { noAnswerText } from '@/lib/text/answers';
import { moveText } from '@/lib/text/entry/entry-administration';
import { editorText, restoreText, saveFailureText } from '@/lib/text/entry/entry-editor';
import { errorText } from '@/lib/text/errors';
import { departmentDone, departmentsText } from '@/lib/text/people/departments';
import { userActionText, usersText } from '@/lib/text/people/users';
import { uiText } from '@/lib/text/ui';
import { documentTextLabels, yearSettingsText } from '@/lib/text/year/year-settings';
import { expectNoFault } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const HTML = { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>-</title><p>-</p>' };

/** Every action is answered by somebody else. */
const answer = (page: Page, how: (route: Route) => Promise<unknown>) =>
  page.route('**/*', (route) => (route.request().method() === 'POST' ? how(route) : route.fallback()));
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
/** Something is added and its answer gets lost: it is sent again by itself. */
async function loseAnswerToAdding(page: Page) {
  await page.getByLabel(/^事業名/).fill('答えを待つ間の事業');
  await page.getByLabel(/^経費区分/).selectOption({ index: 1 });
  const lose = async (route: Route) => {
    // The connection of an earlier request may be at its end.
    await route.fetch({ maxRetries: 1 });
    await route.abort('connectionreset');
  };
  await page.route('**/entries/new', lose, { times: 1 });
  await press(page, editorText.save);
  await expect(page.getByText(saveFailureText.unreachable)).toBeVisible();
}

/** What was restored meanwhile is stored in what was added, not beside it. */
async function expectAddedOnce(page: Page, rows: (text: string) => Promise<unknown[]>) {
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}\/edit$/);
  await press(page, editorText.save);
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  const names = "'答えを待つ間の事業', '新しい版の前の文'";
  expect(await rows(`SELECT name FROM entry WHERE name IN (${names})`)).toEqual([{ name: '新しい版の前の文' }]);
}

const userPath = async (rows: (text: string) => Promise<{ id: string }[]>, loginId: string) => {
  const [user] = await rows(
    `SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = '${loginId}'`,
  );
  return `/admin/users/${user?.id}`;
};

test('a new build while a form is open: every form says so, and its text comes back', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const drafter = await openAs('drafter');
  const entry = await pathOf(app, NAME);
  let isReloading = false;
  const asked: string[] = [];
  for (const of of [page, drafter])
    of.on('dialog', (dialog) => {
      if (isReloading) asked.push(dialog.type());
      return dialog.accept();
    });
  /** open: what is pressed first. */
  const forms: { page: Page; path: string; label: string | RegExp; save: string; open?: string }[] = [
    { page: drafter, path: `${entry}/edit`, label: /^概要/, save: editorText.save },
    { page: drafter, path: '/years/2023/entries/new', label: /^事業名/, save: editorText.save },
    { page, path: '/admin/years/2023', label: new RegExp(`^${documentTextLabels.mark}`), save: '保存' },
    { page, path: await userPath(app.rows, 'drafter2'), label: usersText.name, save: '保存' },
    { page, path: `${entry}/move`, label: new RegExp(`^${moveText.reason}`), save: moveText.submit },
    {
      page,
      path: '/admin/departments',
      label: departmentsText.name,
      save: departmentsText.add,
      open: departmentsText.add,
    },
  ];
  for (const form of forms) {
    await test.step(form.path, async () => {
      const of = form.page;
      await of.goto(form.path);
      if (form.open) await press(of, form.open);
      if (form.path.endsWith('/new')) await of.getByLabel(/^経費区分/).selectOption({ index: 1 });
      await of.getByLabel(form.label).first().fill('新しい版の前の文');
      await answer(of, (route) => route.fulfill({ status: 409, ...HTML }));
      await of
        .getByRole('button', { name: new RegExp(form.save) })
        .first()
        .click();
      await expect(of.getByText(noAnswerText.new_version)).toBeVisible();
      await expectNoFault(of, `new build ${form.label}`);
      await of.unrouteAll();
      isReloading = true;
      await press(of, uiText.reload);
      if (form.open) await press(of, form.open);
      const isNew = form.path.endsWith('/new');
      if (isNew) await loseAnswerToAdding(of);
      await of.getByRole('button', { name: restoreText.restore, exact: true }).click();
      await expect(of.getByLabel(form.label).first()).toHaveValue('新しい版の前の文');
      if (isNew) await expectAddedOnce(of, app.rows);
      isReloading = false;
    });
  }
  expect(asked).toEqual([]);
});

test('whatever comes in place of an answer, form and button say what it was', async ({ app, openAs }) => {
  const page = await openAs('admin');
  await page.goto(await userPath(app.rows, 'viewer'));
  const { button, final } = userActionText.resetPassword;
  const half = { status: 200, contentType: 'text/x-component', body: '0:{"a":"$@1","f":"","b":"-"}\n' };
  const answers: [string, (route: Route) => Promise<void>][] = [
    [errorText.signed_out, (route) => route.fulfill({ status: 401, ...HTML })],
    [noAnswerText.too_large, (route) => route.fulfill({ status: 413, ...HTML })],
    [noAnswerText.busy, (route) => route.fulfill({ status: 429, ...HTML })],
    [errorText.unavailable, (route) => route.fulfill({ status: 503, ...HTML })],
    [noAnswerText.interrupted, (route) => route.fulfill({ status: 200, ...HTML })],
    [noAnswerText.interrupted, (route) => route.fulfill(half)],
    [noAnswerText.new_version, (route) => route.fulfill({ status: 404, ...HTML })],
    [noAnswerText.unreachable, (route) => route.abort('connectionreset')],
  ];
  for (const [text, how] of answers) {
    await answer(page, how);
    await press(page, '保存');
    await expect(page.getByRole('alert').filter({ hasText: text })).toBeVisible();
    await press(page, button);
    await page.getByRole('dialog').getByRole('button', { name: final, exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
    await page.unrouteAll();
  }
});

test('a sign-out or a change of ward that fails takes nothing away', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await app.rows(`INSERT INTO membership (ward_id, id, account_id, department_id, roles)
    SELECT d.ward_id, gen_random_uuid(), a.id, d.id, '{drafter}' FROM account a, department d JOIN ward w ON w.id = d.ward_id
    WHERE a.login_id = 'drafter' AND w.name = '大正区' LIMIT 1`);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  await page.getByLabel(/^概要/).fill('ログアウトの前の文');
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('yosan:')).length);
  await expect.poll(kept).toBe(1);
  await answer(page, (route) => route.abort('connectionreset'));
  await page.locator('header details').last().locator('summary').click();
  await press(page, accountText.enterWard('大正区'));
  await expect(page.getByRole('alert').filter({ hasText: accountText.enterWardUnclear })).toBeVisible();
  await expectNoFault(page, 'change of ward failed');
  await press(page, accountText.signOut);
  await expect(page.getByRole('alert').filter({ hasText: accountText.signOutUnclear })).toBeVisible();
  expect(await kept()).toBe(1);
  await expect(page.getByLabel(/^概要/)).toHaveValue('ログアウトの前の文');
  await page.unrouteAll();
  await press(page, accountText.signOut);
  await expect(page).toHaveURL(/sign-in/);
  expect(await kept()).toBe(0);
});

test('what is typed after the press is not said to be stored', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const path = await userPath(app.rows, 'drafter2');
  await page.goto(path);
  let release = () => {};
  await answer(page, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.continue();
  });
  await page.getByLabel(usersText.name).fill('押した時の名前');
  await press(page, '保存');
  await expect.poll(() => page.getByText(uiText.sending).count()).toBe(1);
  await page.getByLabel('閲覧者', { exact: true }).check();
  release();
  await expect(page.getByText(uiText.sending)).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: editorText.unsaved })).toBeVisible();
  await expect(page.getByText(usersText.saved)).toHaveCount(0);
  await page.unrouteAll();
  await press(page, '保存');
  await expect(page.getByText(usersText.saved)).toBeVisible();
  await expect(page.getByText(editorText.unsaved)).toHaveCount(0);
});

test('of several parts that are sent at once, each says what came', async ({ openAs }) => {
  const page = await openAs('admin');
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/admin/years/2023');
  await page.getByRole('textbox', { name: new RegExp(`^${documentTextLabels.mark}`) }).fill('資料９');
  for (const category of ['区長自由経費', '区ＣＭ自由経費'])
    await page
      .getByRole('region', { name: category, exact: true })
      .getByRole('textbox', { name: new RegExp(`^${yearSettingsText.ceiling}`) })
      .fill('9,000');
  await answer(page, (route) => route.fulfill({ status: 503, ...HTML }));
  await press(page, '保存');
  await expect(page.getByRole('alert').filter({ hasText: errorText.unavailable })).toHaveCount(3);
  await page.unrouteAll();
});

test('a name typed after the press is neither said to be stored nor wiped', async ({ openAs }) => {
  const page = await openAs('admin');
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/admin/departments');
  await press(page, departmentsText.add);
  let release = () => {};
  await answer(page, async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.continue();
  });
  const name = page.getByLabel(departmentsText.name);
  await name.fill('押した課');
  await name.press('Enter');
  await expect.poll(() => page.getByText(uiText.sending).count()).toBe(1);
  await name.fill('次の課');
  release();
  await expect(page.getByText(departmentDone.added('押した課'))).toBeVisible();
  await expect(name).toHaveValue('次の課');
  await page.unrouteAll();
});
