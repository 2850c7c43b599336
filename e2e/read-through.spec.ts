import { expect, type Page } from '@playwright/test';
import { yearPaths } from '@/lib/routes';
import { readThroughText as text } from '@/lib/text/read-through/read-through';
import { adminText } from '@/lib/text/shell';
import { check, expectNoFault } from './setup/accessibility';
import { test } from './setup/fixtures';
import { isListening } from './setup/listening';

const PATH = yearPaths(2023).readThrough;
const row = (page: Page, number: number) => page.locator(`#place-${number}`);

test('places are read by the keyboard alone, by two people, and a change of a source gives up just its ticks', async ({
  app,
  openAs,
}) => {
  const marks = async () =>
    (await app.rows<{ count: string }>('SELECT count(*) FROM reading_mark WHERE note IS NULL'))[0]?.count;
  const admin = await openAs('admin');
  await admin.goto('/admin/years');
  await admin.getByLabel(text.settingChoice[2]).check();
  const setting = admin.getByRole('region').or(admin.locator('section')).filter({ hasText: text.setting }).last();
  await setting.getByRole('button', { name: adminText.save }).click();
  await expect(admin.getByText(text.settingDone(2))).toBeVisible();
  await expect(admin.getByLabel(text.settingChoice[2] + text.settingNow)).toBeChecked();

  await admin.goto(PATH);
  await isListening(admin, '#place-1');
  const all = await admin.locator('tr[data-place]').count();
  expect(all).toBeGreaterThan(50);
  await expect(row(admin, 1)).toHaveAttribute('aria-current', 'true');
  await expect(admin.locator('.read-here')).toHaveCount(1);
  await expectNoFault(admin, 'read-through');
  for (let place = 1; place <= 4; place += 1) {
    await admin.keyboard.press('Enter');
    await expect(row(admin, place + 1)).toBeFocused();
  }
  await expect(row(admin, 4)).toContainText('予算管理者');
  await expect(admin.getByText(text.count(text.document.document, 4, 53))).toBeVisible();
  await expect(admin.locator('.read-here-done')).not.toHaveCount(0);
  await expect.poll(marks).toBe('4');
  await admin.keyboard.press('Control+z');
  await expect(row(admin, 4)).toBeFocused();
  await expect(row(admin, 4)).toContainText(text.unread);
  await expect.poll(marks).toBe('3');
  await admin.keyboard.press('ArrowUp');
  await expect(row(admin, 3)).toBeFocused();
  await expect(row(admin, 3)).toContainText(text.takeBack);

  const second = await openAs('approver');
  await second.goto(PATH);
  await expect(row(second, 1)).toContainText('予算管理者');
  await isListening(second, '#place-1');
  await second.keyboard.press('Enter');
  await expect(row(second, 1)).toContainText(/予算管理者.*承認者/);
  await expect.poll(marks).toBe('4');

  await app.rows(`UPDATE fiscal_year SET mark = '資料Ｄ‐２' WHERE year = 2023`);
  // What this page still shows has changed by now: its tick comes back, and says why.
  await expect(row(second, 2)).toBeFocused();
  await second.keyboard.press('Enter');
  await expect(second.getByText(text.changedMeanwhile)).toBeVisible();
  await expect(row(second, 2)).toContainText('資料Ｄ‐２');
  await expect(second.getByText(text.again(1))).toBeVisible();
  expect(await check(second, 'read-through conflict')).toEqual([]);
  await admin.reload();
  await expect(row(admin, 1)).toContainText(/承認者/);
  await expect(row(admin, 2)).toContainText(/出典変更/);
  await expect(row(admin, 3)).toContainText('予算管理者');

  await admin.getByRole('button', { name: text.note }).click();
  await admin.getByLabel(text.noteLabel).fill('番号が前年度と違います。');
  expect(await check(admin, 'read-through note')).toEqual([]);
  await admin.locator('form').getByRole('button', { name: text.note }).click();
  await expect(admin.getByText(text.differences(1))).toBeVisible();
  await expect(row(admin, 2)).toContainText('番号が前年度と違います。');
  await admin.getByRole('button', { name: text.withdrawNote }).click();
  await expect(admin.getByText(text.differences(1))).toBeHidden();

  await app.rows(`INSERT INTO reading_mark (ward_id, id, fiscal_year_id, place, seen, note, account_id, reader_name)
    SELECT m.ward_id, gen_random_uuid(), m.fiscal_year_id, m.place, m.seen, '年度が違います。', a.id, a.name
    FROM reading_mark m, account a WHERE m.place = 'document:title' AND a.login_id = 'drafter2' LIMIT 1`);
  await app.rows(`UPDATE account SET disabled_at = now() WHERE login_id = 'drafter2'`);
  await admin.reload();
  await row(admin, 1).getByRole('button').click();
  await expect(row(admin, 1)).toContainText(text.left);
  expect(await check(admin, 'read-through note of nobody')).toEqual([]);
  await row(admin, 1)
    .getByRole('button', { name: /の違いの記録を取り消す$/ })
    .click();
  await expect(row(admin, 1)).toContainText(text.dropped);
  await expect(row(admin, 1)).not.toContainText('年度が違います。');

  await app.rows(`INSERT INTO reading_mark (ward_id, id, fiscal_year_id, place, seen, account_id, reader_name)
    SELECT m.ward_id, gen_random_uuid(), m.fiscal_year_id, m.place, m.seen, a.id, a.name FROM reading_mark m, account a
    WHERE a.login_id = 'drafter' ON CONFLICT DO NOTHING`);
  const viewer = await openAs('viewer');
  await viewer.goto(PATH);
  await expect(viewer.getByText(text.viewerOnly)).toBeVisible();
  await expect(viewer.getByRole('button', { name: text.markAndGoOn })).toBeHidden();
});
