import { expect, type Page } from '@playwright/test';
import { approvalsText } from '@/lib/text/entry/approvals';
import {
  confirmText,
  entryFieldText,
  entryText,
  submittedText,
  toMendText,
  unsentReasonText,
} from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { uiText } from '@/lib/text/ui';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { plantSubmission } from './setup/planted-entries';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const WRITTEN = '概要の内訳を、それぞれの金額とともに書いてください。';
const LABEL = entryStepText.return.reason?.label ?? '';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const reason = (page: Page) => page.getByLabel(LABEL);
const toMend = (page: Page) => page.getByLabel(entryFieldText.summary, { exact: true });

async function submit(page: Page, path: string) {
  await page.goto(`${path}/confirm`);
  await button(page, confirmText.submit).click();
  await expect(page).toHaveTitle(new RegExp(`^${submittedText.title}`));
}

/** The browser asks before it leaves a page with a reason on it. */
const letLeave = (page: Page) => page.on('dialog', (dialog) => dialog.accept());

test('nothing else is decided while a reason is being written, and what was written stays', async ({ app, openAs }) => {
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  const decision = path.replace('/entries/', '/approvals/');
  const status = async () => {
    const rows = await app.rows<{ status: string }>('SELECT status FROM entry WHERE id = $1', [path.split('/').at(-1)]);
    return rows[0]?.status;
  };
  await plantSubmission(app, path);
  const drafter = await openAs('drafter');
  const approver = await openAs('approver');
  letLeave(approver);
  const asked = approver.getByRole('dialog', { name: unsentReasonText.question([LABEL]) });
  await approver.goto(decision);
  await button(approver, entryStepText.return.button).click();
  await reason(approver).fill(WRITTEN);
  await toMend(approver).check();
  await expect(button(approver, entryStepText.approve.button)).toHaveCount(0);
  found.push(...(await check(approver, 'reason alone')));

  await test.step('after キャンセル it is in sight, and 承認 asks', async () => {
    await button(approver, uiText.cancel).click();
    await expect(approver.getByText(WRITTEN)).toBeVisible();
    await expect(approver.getByText(unsentReasonText.unsent)).toBeVisible();
    await button(approver, entryStepText.approve.button).click();
    await expect(asked).toBeVisible();
    found.push(...(await check(approver, 'unsent reason asked')));
    await asked.getByRole('button', { name: uiText.cancel, exact: true }).click();
    await expect(button(approver, entryStepText.approve.button)).toBeFocused();
    await approver.keyboard.press('Enter');
    await expect(asked).toBeVisible();
    await approver.keyboard.press('Escape');
    await expect(asked).toBeHidden();
    expect(await status()).toBe('in_review');
  });

  await test.step('it survives a reload, and then 承認 asks as well', async () => {
    await approver.reload();
    await expect(approver.getByText(WRITTEN)).toBeVisible();
    await expect(approver.getByText(toMendText.of([entryFieldText.summary]))).toBeVisible();
    await button(approver, entryStepText.approve.button).click();
    await asked.getByRole('button', { name: uiText.cancel, exact: true }).click();
    await button(approver, unsentReasonText.resume).click();
    await expect(reason(approver)).toHaveValue(WRITTEN);
    await expect(toMend(approver)).toBeChecked();
    await expect(reason(approver)).toBeFocused();
    expect(await status()).toBe('in_review');
  });

  await test.step('it survives what somebody else did meanwhile', async () => {
    await drafter.goto(path);
    await button(drafter, entryStepText.pullBack.button).click();
    await expect(drafter.getByText(entryStepText.pullBack.done)).toBeVisible();
    await button(approver, entryStepText.return.reason?.final ?? '').click();
    await expect(approver.getByText(unsentReasonText.impossible)).toBeVisible();
    await approver.reload();
    await expect(approver.getByText(WRITTEN)).toBeVisible();
    await submit(drafter, path);
    await approver.goto(decision);
    await expect(approver.getByText(unsentReasonText.unsent)).toBeVisible();
  });

  await test.step('who approves all the same keeps it until it is discarded', async () => {
    await button(approver, entryStepText.approve.button).click();
    await asked.getByRole('button', { name: entryStepText.approve.button, exact: true }).click();
    await expect(approver.getByText(entryStepText.approve.done)).toBeVisible();
    expect(await status()).toBe('approved');
    await expect(approver.getByText(WRITTEN)).toBeVisible();
    found.push(...(await check(approver, 'approved with unsent reason')));
    await button(approver, unsentReasonText.discard).click();
    await expect(approver.getByText(WRITTEN)).toHaveCount(0);
    await approver.reload();
    await expect(button(approver, unsentReasonText.discard)).toHaveCount(0);
  });
  expect(found).toEqual([]);
});

test('the reason of a return stays in sight of who wrote it, until the next decision', async ({ app, openAs }) => {
  const found: string[] = [];
  const path = await pathOf(app, '児童虐待未然防止・早期発見強化事業');
  const decision = path.replace('/entries/', '/approvals/');
  await plantSubmission(app, path);
  const drafter = await openAs('drafter');
  const approver = await openAs('approver');
  await approver.goto(decision);
  await button(approver, entryStepText.return.button).click();
  await reason(approver).fill(WRITTEN);
  await button(approver, entryStepText.return.reason?.final ?? '').click();
  await expect(approver.getByText(entryStepText.return.done)).toBeVisible();
  for (const page of [decision, path, '/years/2023/approvals']) {
    await approver.goto(page);
    await expect(approver.getByText(WRITTEN), page).toBeVisible();
  }
  await expect(approver.getByRole('region', { name: approvalsText.returned })).toContainText(WRITTEN);
  found.push(...(await check(approver, 'approvals with what I returned')));

  await submit(drafter, path);
  await expect(drafter.getByText(entryText.lastTime('差戻し'), { exact: true })).toBeVisible();
  for (const page of [decision, path]) {
    await approver.goto(page);
    await expect(approver.getByText(WRITTEN), page).toBeVisible();
  }
  found.push(...(await check(approver, 'entry submitted again')));
  await approver.goto('/years/2023');
  await expect(approver.getByText(WRITTEN)).toBeVisible();
  await approver.goto(decision);
  await button(approver, entryStepText.approve.button).click();
  await expect(approver.getByText(entryStepText.approve.done)).toBeVisible();
  await approver.goto(path);
  await expect(approver.getByText(WRITTEN)).toHaveCount(0);
  expect(found).toEqual([]);
});
