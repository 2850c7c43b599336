import { expect } from '@playwright/test';
import { check } from './setup/accessibility';
import { type LoginId, test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const MISSING = '/years/2023/no-such-page';
const READ = [
  '/years/2023',
  '/years/2022',
  '/years/2017',
  '/years/2023/entries',
  '/years/2023/entries?q=%E3%81%AA%E3%81%84',
  '/years/2023/entries/$ID',
  '/years/2023/entries/$ID/history',
  '/years/2023/document?page=1',
  '/years/2023/annex?page=1',
  '/years/2022/findings',
  '/years/2023/findings?severity=error',
  MISSING,
];
/** Of which year or entry a screen is. */
const HEADINGS: [path: RegExp, heading: string][] = [
  [/^\/years\/2023(\/(entries|entries\/new|document\?page=1|approvals))?$/, '令和5年度'],
  [/^\/years\/2023\/entries\/\$ID(\/(edit|history|confirm))?$/, NAME],
];
const BEGINS_IN: Record<string, RegExp> = { '/years/2023/entries/new': /^事業名/, '/admin/users/new': /^ID/ };
const SCREENS: Partial<Record<LoginId, string[]>> = {
  drafter: [
    ...READ,
    '/password',
    '/guide',
    '/years/2023/entries/new',
    '/years/2023/entries/$ID/edit',
    '/years/2023/entries/$ID/confirm',
    '/years/2023/sheet',
    '/years/2022/sheet',
  ],
  approver: ['/years/2023/approvals', '/years/2023/approvals/$ID', '/years/2023'],
  viewer: [
    '/years/2023',
    '/years/2023/entries',
    '/years/2023/entries/$ID',
    '/years/2023/entries/$ID/edit',
    '/admin/users',
  ],
  admin: [
    '/years/2023/order',
    '/admin/users',
    '/admin/users/new',
    '/admin/users/$USER',
    '/admin/departments',
    '/admin/years',
    '/admin/years/2023',
    '/admin/years/2022',
    '/admin/dictionary',
    '/admin/audit',
  ],
};

test('the sign-in screen and its error', async ({ page }) => {
  await page.goto('/sign-in');
  expect(await check(page, 'sign-in', true)).toEqual([]);
  await page.getByLabel('ID', { exact: true }).fill('nobody');
  await page.getByLabel('パスワード', { exact: true }).fill('wrong-password');
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await expect(page.getByText('IDまたはパスワードが正しくありません。').first()).toBeVisible();
  expect(await check(page, 'refused', true)).toEqual([]);
});

for (const [loginId, paths] of Object.entries(SCREENS) as [LoginId, string[]][]) {
  test(`every screen of ${loginId}`, async ({ app, openAs }) => {
    const page = await openAs(loginId);
    const [entry] = await app.rows<{ id: string }>(
      "SELECT id FROM entry WHERE name = $1 AND status = 'draft' LIMIT 1",
      [NAME],
    );
    const [user] = await app.rows<{ id: string }>(
      "SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = 'drafter'",
    );
    if (loginId === 'viewer') {
      await app.rows("UPDATE account SET name = repeat('氏', 60) WHERE login_id = 'viewer'");
      await app.rows("UPDATE department SET name = repeat('課', 40) WHERE name = '窓口サービス課'");
    }
    const found: string[] = [];
    for (const path of paths) {
      const answer = await page.goto(path.replace('$ID', entry?.id ?? '').replace('$USER', user?.id ?? ''));
      expect(answer?.status() === 404, path).toBe(path === MISSING);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      const heading = loginId !== 'viewer' && HEADINGS.find(([pattern]) => pattern.test(path))?.[1];
      if (heading) await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
      const first = BEGINS_IN[path];
      if (first) await expect(page.getByLabel(first)).toBeFocused();
      found.push(...(await check(page, `${loginId} ${path}`, true)));
    }
    expect(found).toEqual([]);
  });
}
