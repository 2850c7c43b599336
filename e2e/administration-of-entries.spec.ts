import { expect, type Page } from '@playwright/test';
import type { OpenPointKind } from '@/lib/domain/year/open-points';
import { entryFieldText, unsentReasonText } from '@/lib/text/entry/entry';
import { correctionText, handOverText, moveText } from '@/lib/text/entry/entry-administration';
import { editorText } from '@/lib/text/entry/entry-editor';
import { revisionActionText } from '@/lib/text/entry/entry-history';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { errorText, fieldErrorMessage } from '@/lib/text/errors';
import { auditOperationText } from '@/lib/text/history/audit';
import { departmentInUse, departmentsText } from '@/lib/text/people/departments';
import { adminText } from '@/lib/text/shell';
import { uiText } from '@/lib/text/ui';
import { closeYearText, openPointTitle } from '@/lib/text/year/open-points';
import { yearSettingsText, yearsText } from '@/lib/text/year/year-settings';
import { check } from './setup/accessibility';
import type { App } from './setup/app';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { beforeTheAnswer } from './setup/held-answers';
import { pressInMenu, rowMenu } from './setup/row-menu';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const CARE = '児童虐待未然防止・早期発見強化事業';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** As it stands after a year's work: approved, with history enough for what follows. */
const approve = (app: App, path: string) =>
  app.rows(
    `UPDATE entry SET status = 'approved', ever_approved = true, amount = coalesce(amount, 3898) WHERE id = $1`,
    [path.split('/').at(-1)],
  );

test('an approved entry is corrected, then withdrawn, each with its reason', async ({ app, openAs }) => {
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  await approve(app, path);
  const admin = await openAs('admin');
  await admin.goto(path);
  await link(admin, correctionText.link).click();
  const summary = admin.getByLabel(entryFieldText.summary);
  await button(admin, correctionText.submit).click();
  await expect(admin.getByText(fieldErrorMessage(correctionText.reason, 'required')).first()).toBeVisible();
  found.push(...(await check(admin, 'correction without reason')));
  await admin.getByLabel(correctionText.reason).fill('誤字のため。');
  await button(admin, correctionText.submit).click();
  await expect(admin.getByText(errorText.unchanged)).toBeVisible();
  await summary.fill(`${await summary.inputValue()}区内の大学と連携する。`);
  await button(admin, correctionText.submit).click();
  await admin.waitForURL((url) => url.pathname === path);
  await expect(admin.getByText(`${revisionActionText('correct')}：`)).toBeVisible();
  await expect(admin.getByText('誤字のため。')).toBeVisible();
  await expect(admin.getByText('区内の大学と連携する。')).toBeVisible();
  found.push(...(await check(admin, 'entry corrected')));
  await admin.goto(`${path}/history`);
  await expect(admin.getByRole('main')).toContainText('誤字のため。');
  await expect(admin.locator('ins').filter({ hasText: '区内の大学と連携する。' })).toBeVisible();

  await test.step('a reason written for something else is asked about', async () => {
    await admin.goto(path);
    await button(admin, entryStepText.reopen.button).click();
    await admin.getByLabel(entryStepText.reopen.reason?.label ?? '').fill('書きかけ。');
    await button(admin, uiText.cancel).click();
    await button(admin, entryStepText.withdrawApproved.button).click();
    await admin.getByLabel(entryStepText.withdrawApproved.reason?.label ?? '').fill('事業を中止するため。');
    found.push(...(await check(admin, 'withdrawing what is approved')));
    await button(admin, entryStepText.withdrawApproved.reason?.final ?? '').click();
    const asked = admin.getByRole('dialog', {
      name: unsentReasonText.question([entryStepText.reopen.reason?.label ?? '']),
    });
    await asked.getByRole('button', { name: entryStepText.withdrawApproved.reason?.final ?? '', exact: true }).click();
    await expect(admin.getByText(entryStepText.withdrawApproved.done)).toBeVisible();
  });
  await admin.reload();
  await expect(admin.getByText(`${revisionActionText('withdrawApproved')}：`)).toBeVisible();
  await expect(admin.getByText('事業を中止するため。')).toBeVisible();
  found.push(...(await check(admin, 'approved entry withdrawn')));
  await admin.goto('/admin/audit');
  for (const operation of ['entry.correct', 'entry.withdrawApproved']) {
    await expect(admin.getByRole('table')).toContainText(auditOperationText(operation));
  }
  expect(found).toEqual([]);
});

test('one entry is moved, then all of a 課 that is to be closed, all or none', async ({ app, openAs }) => {
  const found: string[] = [];
  const path = await pathOf(app, CARE);
  const admin = await openAs('admin');
  await admin.goto(path);
  await link(admin, moveText.link).click();
  await admin.getByLabel(entryFieldText.categoryId).selectOption('区ＣＭ自由経費');
  await button(admin, moveText.submit).click();
  await expect(admin.getByText(fieldErrorMessage(moveText.reason, 'required')).first()).toBeVisible();
  found.push(...(await check(admin, 'move without reason')));
  await admin.getByLabel(moveText.reason).fill('経費区分の誤り。');
  await button(admin, moveText.submit).click();
  await expect(admin.getByText(moveText.done)).toBeVisible();
  await expect(admin.getByRole('main')).toContainText('区ＣＭ自由経費');
  found.push(...(await check(admin, 'entry moved')));

  await admin.goto('/admin/departments');
  await pressInMenu(admin, '保健福祉課', departmentsText.retire);
  const [{ members = 0, entries = 0 } = {}] = await app.rows<{ members: number; entries: number }>(
    `SELECT (SELECT count(*)::int FROM membership WHERE department_id = d.id) AS members,
       (SELECT count(*)::int FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id
         WHERE e.department_id = d.id AND y.status = 'open' AND e.status <> 'withdrawn') AS entries
     FROM department d WHERE d.name = '保健福祉課' AND d.ward_id = (SELECT id FROM ward WHERE code = '271071')`,
  );
  await expect(admin.locator('td').getByText(departmentInUse(members, entries))).toBeVisible();
  found.push(...(await check(admin, 'department in use')));
  await link(admin, handOverText.link).click();
  await expect(admin.getByRole('table').getByRole('row')).toHaveCount(entries + 1);
  await button(admin, handOverText.submit(entries)).click();
  await expect(admin.getByText(fieldErrorMessage(handOverText.departmentId, 'not_chosen')).first()).toBeVisible();
  found.push(...(await check(admin, 'hand over errors')));
  await admin.getByLabel(handOverText.departmentId).selectOption('総務課');
  await admin.getByLabel(handOverText.reason).fill('組織改正のため。');

  const drafter = await openAs('drafter');
  await drafter.goto(`${path}/edit`);
  await drafter.getByLabel(/^予算額/).fill('4,001');
  await button(drafter, editorText.save).click();
  await expect(drafter.getByText(/に保存しました$/)).toBeVisible();
  await button(admin, handOverText.submit(entries)).click();
  const alert = admin.getByRole('alert').filter({ hasText: handOverText.conflict });
  await expect(alert).toContainText(CARE);
  await expect(admin.getByRole('table')).toContainText('4,001');
  found.push(...(await check(admin, 'hand over conflict')));
  await expect(admin.getByLabel(handOverText.reason)).toHaveValue('組織改正のため。');
  await beforeTheAnswer(
    admin,
    () => button(admin, handOverText.submit(entries)).click(),
    () => admin.getByLabel(handOverText.departmentId).selectOption({ index: 0 }),
  );
  await expect(admin.locator('[role=status]:focus')).toContainText(handOverText.done(entries, '総務課'));
  await expect(admin.getByText(handOverText.empty)).toBeVisible();
  found.push(...(await check(admin, 'handed over')));
  await drafter.reload();
  await expect(drafter.getByRole('main')).toContainText(errorText.forbidden);
  expect(found).toEqual([]);
});

test('over the 枠 is said beside every sum and asked at 確定, and what is closed is reopened', async ({
  app,
  openAs,
}) => {
  const found: string[] = [];
  await app.rows(
    `UPDATE entry SET status = 'approved', ever_approved = true, amount = 2000 WHERE status <> 'withdrawn'
       AND fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`,
  );
  const admin = await openAs('admin');
  await admin.goto('/admin/years/2023');
  const section = admin.getByRole('region', { name: '区長自由経費', exact: true });
  await section.getByLabel(yearSettingsText.ceiling).fill('1,500');
  await section.getByLabel(yearSettingsText.allListed).check();
  await expect(section.getByLabel(yearSettingsText.annexAmount)).toHaveValue('0');
  await admin.getByRole('button', { name: adminText.save, exact: true }).click();
  await expect(admin.getByText(adminText.saved)).toBeVisible();
  const over = /枠を[\d,]+千円超過/;
  await expect(section.getByText(over)).toBeVisible();
  found.push(...(await check(admin, 'settings over the ceiling')));
  for (const page of ['/years/2023', '/years/2023/entries', '/admin/years']) {
    await admin.goto(page);
    await expect(admin.getByText(over).first(), page).toBeVisible();
    found.push(...(await check(admin, `over the ceiling at ${page}`)));
  }

  await pressInMenu(admin, '令和5年度', yearsText.closeYear('令和5年度'));
  const close = button(admin, yearsText.closeYear('令和5年度'));
  const confirm = (kind: OpenPointKind) => admin.getByLabel(closeYearText.confirm(openPointTitle[kind], 1));
  await expect(admin.getByRole('link', { name: /^区長自由経費（[\d,]+千円超過）$/ })).toBeVisible();
  await confirm('blankAnnex').check();
  await confirm('overCeiling').check();
  found.push(...(await check(admin, 'closing over the ceiling')));
  await app.rows(`UPDATE category_year SET ceiling = 1400 WHERE ceiling = 1500`);
  await close.click();
  await expect(admin.getByRole('status').filter({ hasText: errorText.points_unconfirmed })).toBeVisible();
  await expect(confirm('blankAnnex')).toBeChecked();
  await expect(confirm('overCeiling')).not.toBeChecked();
  await confirm('overCeiling').check();
  await close.click();
  await admin.getByText(closeYearText.confirmed).click();
  await expect(admin.getByText(new RegExp(`^${openPointTitle.overCeiling}：区長自由経費（`))).toBeVisible();
  found.push(...(await check(admin, 'settings of a closed year with what was confirmed')));
  await admin.goto('/years/2023/document');
  await expect(admin.getByText(closeYearText.confirmed)).toBeVisible();
  found.push(...(await check(admin, 'document with what was confirmed')));
  await admin.goto('/admin/audit');
  await expect(admin.getByText(new RegExp(`${openPointTitle.overCeiling}：区長自由経費`)).first()).toBeAttached();
  await admin.goto('/admin/years');

  const reopen = () => pressInMenu(admin, '令和5年度', yearsText.reopenYear('令和5年度'));
  await reopen();
  const form = admin.getByRole('form', { name: yearsText.reopenTitle('令和5年度') });
  await expect(form.getByLabel(yearsText.reopenReason)).toBeFocused();
  await form.getByRole('button', { name: uiText.cancel, exact: true }).click();
  await expect(rowMenu(admin, '令和5年度')).toBeFocused();
  await reopen();
  await form.getByRole('button', { name: yearsText.reopenYear('令和5年度'), exact: true }).click();
  await expect(form.getByText(fieldErrorMessage(yearsText.reopenReason, 'required'))).toBeVisible();
  found.push(...(await check(admin, 'reopening without reason')));
  await form.getByLabel(yearsText.reopenReason).fill('計数に誤りがあったため。');
  await form.getByRole('button', { name: yearsText.reopenYear('令和5年度'), exact: true }).click();
  await expect(admin.getByText(yearsText.reopenDone('令和5年度'))).toBeVisible();
  found.push(...(await check(admin, 'year reopened')));
  for (const page of ['/admin/years/2023', '/years/2023']) {
    await admin.goto(page);
    await expect(admin.getByText('計数に誤りがあったため。'), page).toBeVisible();
    found.push(...(await check(admin, `reopened at ${page}`)));
  }
  expect(found).toEqual([]);
});
