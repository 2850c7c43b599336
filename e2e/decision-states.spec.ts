import { expect, type Page } from '@playwright/test';
import { accountText } from '@/lib/text/account';
import { approvalsText } from '@/lib/text/entry/approvals';
import {
  confirmText,
  entryFieldText,
  submittedText,
  textsText,
  toMendText,
  unsentReasonText,
  workflowConflict,
} from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { historyText } from '@/lib/text/entry/entry-history';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { fieldErrorMessage } from '@/lib/text/errors';
import { otherVersionText } from '@/lib/text/other-version';
import { uiText } from '@/lib/text/ui';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { plantSubmission } from './setup/planted-entries';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const save = (page: Page) => page.getByRole('button', { name: editorText.save, exact: true }).click();

test('an approver’s reason, both decisions, and a second approver who comes too late', async ({ app, openAs }) => {
  const drafter = await openAs('drafter');
  const approver = await openAs('approver');
  const late = await openAs('approver2');
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  const decision = path.replace('/entries/', '/approvals/');
  await plantSubmission(app, path);
  await approver.goto(decision);
  await late.goto(decision);
  const reasonOf = (page: Page) => page.getByLabel(entryStepText.return.reason?.label ?? '');
  await late.getByRole('button', { name: entryStepText.return.button, exact: true }).click();
  await reasonOf(late).fill('書きかけの理由。');
  await late.getByRole('button', { name: uiText.cancel, exact: true }).click();
  await expect(late.getByRole('button', { name: entryStepText.return.button, exact: true })).toBeFocused();
  await late.keyboard.press('Enter');
  await expect(reasonOf(late)).toHaveValue('書きかけの理由。');
  await reasonOf(late).fill('長'.repeat(1001));
  await late.getByRole('button', { name: entryStepText.return.reason?.final ?? '' }).click();
  await expect(
    late.getByText(fieldErrorMessage(entryStepText.return.reason?.label ?? '', 'too_long_1000')),
  ).toBeVisible();
  await expect(reasonOf(late)).toBeFocused();
  await reasonOf(late).fill('遅れた理由。');
  await expect(reasonOf(late)).not.toHaveAttribute('aria-invalid', 'true');
  let asked = '';
  late.once('dialog', (dialog) => {
    asked = dialog.message();
    return dialog.dismiss();
  });
  await late.locator('summary').filter({ hasText: uiText.userMenu }).click();
  await late.getByRole('button', { name: accountText.signOut, exact: true }).click();
  expect(asked).toBe(accountText.signOutLoses);
  await late.keyboard.press('Escape');
  await approver.getByRole('button', { name: entryStepText.return.button, exact: true }).click();
  await approver.getByRole('button', { name: entryStepText.return.reason?.final ?? '' }).click();
  await expect(
    approver.getByText(fieldErrorMessage(entryStepText.return.reason?.label ?? '', 'required')),
  ).toBeVisible();
  found.push(...(await check(approver, 'return without reason')));
  await reasonOf(approver).fill('工夫点の連携先を書いてください。');
  await approver.getByLabel(entryFieldText.innovation, { exact: true }).check();
  await approver.getByRole('button', { name: entryStepText.return.reason?.final ?? '' }).click();
  await expect(approver.getByText(entryStepText.return.done)).toBeVisible();
  found.push(...(await check(approver, 'returned by approver')));

  await late.getByRole('button', { name: entryStepText.return.reason?.final ?? '' }).click();
  const said = late.getByRole('status').filter({ hasText: otherVersionText.notDone });
  await expect(said).toContainText(/保健福祉課 承認者が\d+月\d+日 \d\d:\d\dに更新しました。/);
  await expect(said).toContainText(workflowConflict.remedy);
  await expect(late.getByText('遅れた理由。')).toBeVisible();
  await expect(late.locator('.act-row').getByRole('status')).toBeFocused();
  found.push(...(await check(late, 'decision conflict')));
  await late.getByRole('button', { name: unsentReasonText.discard }).click();
  await expect(late.getByText('遅れた理由。')).toBeHidden();

  await drafter.goto(path);
  await expect(drafter.getByText('工夫点の連携先を書いてください。')).toBeVisible();
  await expect(drafter.getByText(toMendText.of([entryFieldText.innovation]))).toBeVisible();
  found.push(...(await check(drafter, 'entry returned')));
  await drafter.goto(`${path}/edit`);
  found.push(...(await check(drafter, 'editor returned')));
  const submitAgain = async () => {
    await drafter.goto(`${path}/confirm`);
    await drafter.getByRole('button', { name: confirmText.submit, exact: true }).click();
    await expect(drafter.getByText(submittedText.title)).toBeVisible();
    await approver.goto(decision);
  };
  const since = approver.getByRole('region', { name: approvalsText.sinceReturn });
  await submitAgain();
  await expect(since).toContainText('工夫点の連携先を書いてください。');
  await expect(since).toContainText(approvalsText.unchanged);
  found.push(...(await check(approver, 'decision again unchanged')));
  await drafter.goto(path);
  await drafter.getByRole('button', { name: entryStepText.pullBack.button, exact: true }).click();
  await expect(drafter.getByText(entryStepText.pullBack.done)).toBeVisible();
  await drafter.goto(`${path}/edit`);
  const innovation = drafter.getByLabel(/^工夫点/);
  await innovation.fill(`${await innovation.inputValue()}区内の大学と連携する。`);
  await drafter.getByLabel(/^予算額/).fill('3,950');
  await save(drafter);
  await expect(drafter.getByText(/に保存しました$/)).toBeVisible();
  await submitAgain();
  await expect(since.locator('ins').filter({ hasText: '区内の大学と連携する。' })).toBeVisible();
  await expect(since).not.toContainText(approvalsText.unchanged);
  await expect(since.locator('ins').getByText(historyText.added, { exact: true }).first()).toBeVisible();
  await approver.getByRole('button', { name: textsText.beside }).click();
  await expect(since.locator('.change-row')).toContainText('3,950');
  await expect(since.getByText(textsText.changed)).toBeVisible();
  found.push(...(await check(approver, 'decision again changed')));
  await approver.getByRole('button', { name: entryStepText.approve.button, exact: true }).click();
  await expect(approver.getByText(entryStepText.approve.done)).toContainText(/（\d\d:\d\d）$/);
  found.push(...(await check(approver, 'approved by approver')));
  await approver.goto('/years/2023/approvals');
  found.push(...(await check(approver, 'approvals empty')));

  const admin = await openAs('admin');
  await admin.goto(path);
  await admin.getByRole('button', { name: entryStepText.reopen.button, exact: true }).click();
  await admin.getByRole('button', { name: entryStepText.reopen.reason?.final ?? '' }).click();
  found.push(...(await check(admin, 'reopen without reason')));
  await drafter.goto(`${path}/history`);
  found.push(...(await check(drafter, 'history with changes')));
  await app.rows(
    `WITH longer AS (UPDATE entry SET steps = steps + 30, version = version + 30 WHERE id = $1 RETURNING *)
     INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, before, after, actor_id, actor_role)
     SELECT e.ward_id, gen_random_uuid(), e.id, e.steps - 30 + n, e.version - 30 + n, 'edit', '{"innovation": "一"}',
       '{"innovation": "二"}', e.drafted_by, 'drafter' FROM longer e, generate_series(1, 30) n ORDER BY n`,
    [path.split('/').at(-1)],
  );
  await drafter.reload();
  found.push(...(await check(drafter, 'history of many versions')));
  await drafter.getByRole('link', { name: historyText.each }).click();
  await drafter.getByRole('link', { name: uiText.nextPage }).click();
  await expect(drafter.getByText(historyText.version(1, 1), { exact: false })).toBeVisible();
  found.push(...(await check(drafter, 'history last page')));
  expect(found).toEqual([]);
});
