import { expect, type Page } from '@playwright/test';
import { confirmText, entryFieldText, entryText, submittedText } from '@/lib/text/entry/entry';
import { moveText } from '@/lib/text/entry/entry-administration';
import { editorText } from '@/lib/text/entry/entry-editor';
import { uneditableText } from '@/lib/text/entry/entry-status';
import { leavesUndecidableText, undecidableText } from '@/lib/text/entry/undecidable';
import { errorText } from '@/lib/text/errors';
import { userActionText, usersText } from '@/lib/text/people/users';
import { adminText } from '@/lib/text/shell';
import { roleText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { choreText } from '@/lib/text/year/home';
import { expectNoFault } from './setup/accessibility';
import type { App } from './setup/app';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';

async function userPath(app: App, loginId: string): Promise<string> {
  const [user] = await app.rows<{ id: string }>(
    'SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = $1',
    [loginId],
  );
  return `/admin/users/${user?.id}`;
}

async function fill(app: App, drafter: Page, path: string) {
  await app.rows('UPDATE entry SET amount = 3900 WHERE id = $1', [path.split('/').at(-1)]);
  await drafter.goto(`${path}/confirm`);
}
const submit = (drafter: Page) => drafter.getByRole('button', { name: confirmText.submit, exact: true }).click();

test('rights are taken away by somebody who was told what then waits, and everybody concerned sees it', async ({
  app,
  openAs,
}) => {
  const [named] = await app.rows<{ name: string }>("SELECT name FROM entry WHERE name LIKE '%児童虐待%' LIMIT 1");
  const other = named?.name ?? '';
  const drafter = await openAs('drafter');
  const admin = await openAs('admin');
  const path = await pathOf(app, NAME);
  await fill(app, drafter, path);
  await expect(drafter.getByText(undecidableText.titleBefore)).toHaveCount(0);
  await submit(drafter);
  await expect(drafter.getByText(entryText.waitsFor(['保健福祉課 承認者', '全課 承認者']))).toBeVisible();
  await app.rows("UPDATE account SET disabled_at = now() WHERE login_id = 'approver'");

  await admin.goto(await userPath(app, 'approver2'));
  const dialog = admin.getByRole('dialog');
  const asked = dialog.getByRole('heading', { name: leavesUndecidableText.title(1) });
  const cancel = () => dialog.getByRole('button', { name: uiText.cancel, exact: true }).click();

  await test.step('roles', async () => {
    await admin.getByLabel(roleText.approver, { exact: true }).uncheck();
    await admin.getByLabel(roleText.viewer, { exact: true }).check();
    await admin.getByRole('button', { name: adminText.save, exact: true }).click();
    await expect(asked).toBeVisible();
    await expect(dialog).toContainText(`${NAME}（保健福祉課）`);
    await expect(dialog).toContainText('協働まちづくり推進課 起案者、閲覧者');
    await expectNoFault(admin, 'roles leave an entry to nobody');
    await cancel();
    await expect(admin.getByText(errorText.leaves_undecidable)).toBeVisible();
    await expect(admin.getByLabel(roleText.viewer, { exact: true })).toBeChecked();
    await admin.getByRole('button', { name: adminText.save, exact: true }).click();
    await dialog.getByRole('button', { name: leavesUndecidableText.save, exact: true }).click();
    await expect(admin.getByText(usersText.saved)).toBeVisible();
    await app.rows(
      "UPDATE membership SET roles = '{approver}' WHERE account_id = (SELECT id FROM account WHERE login_id = 'approver2')",
    );
    await admin.reload();
  });

  await test.step('disabling', async () => {
    const { button, final, done } = userActionText.disable;
    const disable = async () => {
      await admin.getByRole('button', { name: button, exact: true }).click();
      await dialog.getByRole('button', { name: final, exact: true }).click();
      await expect(asked).toBeVisible();
    };
    await disable();
    await expectNoFault(admin, 'disabling leaves an entry to nobody');
    await admin.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(admin.getByRole('status').filter({ hasText: errorText.leaves_undecidable })).toBeVisible();
    await disable();
    await dialog.getByRole('button', { name: final, exact: true }).click();
    await expect(admin.getByRole('status').filter({ hasText: done })).toBeVisible();
  });

  await test.step('home, list, approvals and the entry say so to administrator and drafter', async () => {
    for (const page of [admin, drafter]) {
      await page.goto('/years/2023');
      await page
        .getByRole('link', { name: choreText({ kind: 'undecidable', count: 1, departmentId: null }), exact: true })
        .click();
      await expect(page.getByRole('row').filter({ hasText: NAME })).toContainText(undecidableText.mark);
      await expectNoFault(page, `list with an entry that nobody can decide ${page === admin}`);
      await page.goto('/years/2023/approvals');
      await expect(page.getByRole('row').filter({ hasText: NAME })).toContainText(undecidableText.mark);
      await page.getByRole('link', { name: NAME, exact: true }).click();
      await expect(page.getByText(undecidableText.title)).toBeVisible();
      await page.goto(path);
      await expect(page.getByText(undecidableText.title)).toBeVisible();
      const remedy = page === admin ? '協働まちづくり推進課 起案者、閲覧者' : undecidableText.tellAdmin;
      await expect(page.getByRole('main')).toContainText(remedy);
      await expectNoFault(page, `entry that nobody can decide ${page === admin}`);
    }
  });

  await test.step('before and after it is submitted', async () => {
    const otherPath = await pathOf(app, other);
    await fill(app, drafter, otherPath);
    await expect(drafter.getByText(undecidableText.titleBefore)).toBeVisible();
    await expectNoFault(drafter, 'confirm what nobody could decide');
    await submit(drafter);
    await expect(drafter.getByText(submittedText.title)).toBeVisible();
    await expect(drafter.getByText(undecidableText.title)).toBeVisible();
    await expectNoFault(drafter, 'submitted what nobody can decide');
  });

  await test.step('moving to a 課 without an approver', async () => {
    await app.rows("UPDATE account SET disabled_at = NULL WHERE login_id = 'approver'");
    const entryId = path.split('/').at(-1);
    const [home] = await app.rows('SELECT department_id FROM entry WHERE id = $1', [entryId]);
    await admin.goto(`${path}/move`);
    await admin.getByLabel(entryFieldText.departmentId).selectOption('総務課');
    await admin.getByLabel(moveText.reason).fill('組織改正のため。');
    await admin.getByRole('button', { name: moveText.submit, exact: true }).click();
    await expect(asked).toBeVisible();
    await expect(dialog).toContainText(`${NAME}（総務課）`);
    await expectNoFault(admin, 'moving leaves an entry to nobody');
    await cancel();
    await expect(admin.getByLabel(moveText.reason)).toHaveValue('組織改正のため。');
    await admin.getByRole('button', { name: moveText.submit, exact: true }).click();
    await dialog.getByRole('button', { name: leavesUndecidableText.move, exact: true }).click();
    await admin.waitForURL((url) => url.pathname === path);
    await expect(admin.getByText(undecidableText.title)).toBeVisible();
    await app.rows('UPDATE entry SET department_id = $2 WHERE id = $1', [entryId, home?.department_id]);
  });
});

test('who had a hand in an entry reads why they may not decide, and who can', async ({ app, openAs }) => {
  await app.rows("UPDATE account SET disabled_at = NULL WHERE login_id LIKE 'approver%'");
  await app.rows(
    "UPDATE membership SET roles = '{drafter,approver}' WHERE account_id = (SELECT id FROM account WHERE login_id = 'drafter')",
  );
  const page = await openAs('drafter');
  await page.goto(await pathOf(app, NAME));
  await page.getByRole('button', { name: '提出を取り消す', exact: true }).waitFor();
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  await expect(page.getByRole('heading', { level: 1, name: editorText.cannotEdit })).toBeVisible();
  await expect(page.getByText(uneditableText.in_review ?? '')).toBeVisible();
  await expectNoFault(page, 'can not be edited');
  await page.goto((await pathOf(app, NAME)).replace('/entries/', '/approvals/'));
  await expect(page.getByRole('button', { name: '承認', exact: true })).toHaveCount(0);
  await expect(page.getByText(entryText.ownWork(['保健福祉課 承認者', '全課 承認者']))).toBeVisible();
  await expectNoFault(page, 'own work');
});

test('nobody gives themselves a role: the only administrator is told to add a second one', async ({ app, openAs }) => {
  const page = await openAs('admin');
  await page.goto(await userPath(app, 'admin'));
  await expect(page.getByText(usersText.ownRights)).toBeVisible();
  await page.getByLabel(roleText.approver, { exact: true }).check();
  await page.getByRole('button', { name: adminText.save, exact: true }).click();
  await expect(page.getByText(errorText.second_admin_first)).toBeVisible();
  await expectNoFault(page, 'own roles');
  const [stored] = await app.rows(
    "SELECT roles FROM membership WHERE account_id = (SELECT id FROM account WHERE login_id = 'admin')",
  );
  expect(stored).toEqual({ roles: ['admin'] });
});
