import { expect, type Locator, type Page } from '@playwright/test';
import { accountText } from '@/lib/text/account';
import { documentPageText } from '@/lib/text/document/document-page';
import { confirmText, entryText, submittedText } from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { sectionText } from '@/lib/text/shell';
import { uiText } from '@/lib/text/ui';
import { accountOf, type LoginId, test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const MOST_STEPS = 90;

/** Tab by Tab; each stop on the way must show that it has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  const wanted = await target.elementHandle();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { isThere, unmarked } = await page.evaluate((element) => {
      const at = document.activeElement;
      if (!at || at === document.body) return { isThere: false, unmarked: null };
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      const isUnmarked = (outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none';
      return { isThere: at === element, unmarked: isUnmarked ? at.outerHTML : null };
    }, wanted);
    if (step > 0) expect(unmarked, 'a focus that nobody sees').toBeNull();
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function signIn(page: Page, loginId: LoginId): Promise<void> {
  await page.goto('/sign-in');
  await expect(page.getByLabel('ID', { exact: true })).toBeFocused();
  await page.keyboard.type(loginId);
  await page.keyboard.press('Tab');
  await page.keyboard.type(accountOf(loginId).password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('ログイン');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: uiText.skipToMain })).toBeFocused();
}

async function signOut(page: Page): Promise<void> {
  const menu = page.locator('summary').filter({ hasText: uiText.userMenu });
  await press(page, menu);
  await press(page, page.getByRole('button', { name: accountText.signOut }));
  await page.waitForURL('**/sign-in');
}

async function openQueue(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: sectionText.approvals, exact: true }));
  await press(page, page.getByRole('main').getByRole('link', { name: NAME }));
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
}

async function fill(page: Page, label: RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test('the main journey without a mouse', async ({ page }) => {
  await test.step('the drafter opens, writes and submits', async () => {
    await signIn(page, 'drafter');
    await press(page, page.getByRole('link', { name: sectionText.entries, exact: true }));
    await press(page, page.getByRole('link', { name: NAME, exact: true }));
    await press(page, page.getByRole('link', { name: entryText.edit, exact: true }));
    await fill(page, /^予算額/, '３，８９８');
    await fill(page, /^概要/, 'キーボードだけで書いた概要。');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/に保存しました/)).toBeVisible();
    await expect(page.getByLabel(/^概要/)).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: confirmText.title })).toBeVisible();
    await press(page, page.getByRole('button', { name: confirmText.submit, exact: true }));
    await expect(page.getByText(submittedText.title)).toBeVisible();
    await signOut(page);
  });

  await test.step('the approver returns it', async () => {
    await signIn(page, 'approver');
    await openQueue(page);
    await press(page, page.getByRole('button', { name: entryStepText.return.button, exact: true }));
    await expect(page.getByLabel(entryStepText.return.reason?.label ?? '')).toBeFocused();
    await page.keyboard.insertText('予算額の根拠を書いてください。');
    await press(page, page.getByRole('button', { name: entryStepText.return.reason?.final ?? '' }));
    await expect(page.getByText(entryStepText.return.done)).toBeVisible();
    await signOut(page);
  });

  await test.step('the drafter corrects it from the task on the home page', async () => {
    await signIn(page, 'drafter');
    await press(page, page.getByRole('main').getByRole('link', { name: NAME }).first());
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    await expect(page.getByText('予算額の根拠を書いてください。')).toBeVisible();
    await press(page, page.getByRole('link', { name: entryText.edit, exact: true }));
    await fill(page, /^工夫点/, '根拠は前年度の実績である。');
    await press(page, page.getByRole('button', { name: entryText.check }));
    await press(page, page.getByRole('button', { name: confirmText.submit, exact: true }));
    await expect(page.getByText(submittedText.title)).toBeVisible();
    await signOut(page);
  });

  await test.step('the approver approves it', async () => {
    await signIn(page, 'approver');
    await openQueue(page);
    await press(page, page.getByRole('button', { name: entryStepText.approve.button, exact: true }));
    await expect(page.getByText(entryStepText.approve.done)).toBeVisible();
    await signOut(page);
  });

  await test.step('the administrator takes the document', async () => {
    await signIn(page, 'admin');
    await press(page, page.getByRole('link', { name: sectionText.document, exact: true }));
    await tabTo(page, page.getByRole('link', { name: documentPageText.export('PDF') }));
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await downloading).suggestedFilename()).toMatch(/\.pdf$/);
  });
});
