import { expect, type Page } from '@playwright/test';
import { conflictText } from '@/lib/text/entry/conflict-panel';
import { confirmText, entryFieldText, entryText, submittedText, withdrawText } from '@/lib/text/entry/entry';
import { editorText, restoreText, saveFailureText } from '@/lib/text/entry/entry-editor';
import { entryListText } from '@/lib/text/entry/entry-list';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { errorText, fieldErrorMessage, signInAgain } from '@/lib/text/errors';
import { failureText, uiText } from '@/lib/text/ui';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const OTHER = '児童虐待未然防止・早期発見強化事業';

/** Longer than the pause that is waited for. */
const PAUSE_MS = 2100;

const summaryOf = (page: Page) => page.getByLabel(/^概要/);
const save = (page: Page) => page.getByRole('button', { name: editorText.save, exact: true }).click();

test.describe.configure({ mode: 'serial' });

test('what is wrong stands beside its field, and nothing that was typed is lost', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/edit`);
  await page.getByLabel(/^事業名/).fill('');
  await page.getByLabel(/^予算額/).fill('約三千');
  await summaryOf(page).fill('長い文。'.repeat(400));
  await page.getByLabel(/^予算書上の事業名/).fill('長い名前'.repeat(31));
  await page.getByLabel(/^課内の優先順位/).fill('最優先');
  await page.getByLabel(/^区民意見/).fill('長い意見'.repeat(51));
  await page.getByRole('button', { name: entryText.check }).click();
  await expect(page.getByRole('heading', { name: uiText.errorSummaryHeading })).toBeVisible();
  for (const message of [
    fieldErrorMessage('事業名', 'required'),
    fieldErrorMessage('予算額', 'not_an_amount'),
    fieldErrorMessage('概要', 'too_long_1000'),
    fieldErrorMessage('予算書上の事業名', 'too_long_120'),
    fieldErrorMessage('課内の優先順位', 'not_up_to_999'),
    fieldErrorMessage('区民意見・公約との対応', 'too_long_200'),
  ])
    await expect(page.getByText(message)).toHaveCount(2);
  await expect(page.getByLabel(/^予算額/)).toHaveValue('約三千');
  found.push(...(await check(page, 'editor errors')));

  await page.getByLabel(/^予算額/).blur();
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText(/^保存していない入力があります/)).toBeVisible();
  found.push(...(await check(page, 'editor restore')));
  await page.getByRole('button', { name: restoreText.restore }).click();
  await expect(page.getByLabel(/^予算額/)).toHaveValue('約三千');
  await expect(page.getByText(restoreText.restored)).toBeVisible();
  await expect(page.getByLabel(/^事業名/)).toBeFocused();

  let asked = '';
  page.once('dialog', (dialog) => {
    asked = dialog.type();
    return dialog.dismiss();
  });
  await page.getByRole('link', { name: entryText.backToEntry }).click();
  await expect(() => expect(asked).toBe('beforeunload')).toPass();
  await expect(page.getByText(uiText.loading, { exact: true })).toHaveCount(0);
  await expect(page.getByLabel(/^予算額/)).toHaveValue('約三千');
  expect(found).toEqual([]);
});

test('what an earlier visit left behind is discarded for good, with and without what is loaded late', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  const stored = await summaryOf(page).inputValue();
  const first = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  let isWithheld = true;
  let isHanging = false;
  let withheld = 0;
  await page.route('**/_next/static/chunks/*.js', (route) => {
    if (!isWithheld || first.includes(route.request().url())) return route.fallback();
    withheld += 1;
    return isHanging ? undefined : route.abort();
  });
  await page.getByLabel(/^予算額/).fill('約三千');
  await summaryOf(page).fill('書いたまま去った概要。');
  await save(page);
  const notAnAmount = page.getByText(fieldErrorMessage('予算額', 'not_an_amount'));
  await expect(notAnAmount, 'the server checks, too').toHaveCount(2);
  expect(withheld).toBeGreaterThan(0);
  await page
    .context()
    .route('**/edit', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
  isWithheld = false;
  await page.getByLabel(/^課内の優先順位/).fill('最優先');
  await summaryOf(page).focus();
  await expect(page.getByText(fieldErrorMessage('課内の優先順位', 'not_up_to_999')).first()).toBeVisible();

  isWithheld = true;
  isHanging = true;
  withheld = 0;
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept());
  await page.reload();
  await asked;
  await page.getByRole('button', { name: restoreText.restore, exact: true }).click();
  await expect(page.getByLabel(/^予算額/)).toHaveValue('約三千');
  await expect(summaryOf(page)).toHaveValue('書いたまま去った概要。');
  expect(withheld).toBeGreaterThan(0);
  const askedAgain = page.waitForEvent('dialog').then((dialog) => dialog.accept());
  await page.reload();
  await askedAgain;
  await page.getByRole('button', { name: restoreText.discard, exact: true }).click();
  await expect(page.getByText(restoreText.discarded)).toBeVisible();
  await expect(page.getByLabel(/^事業名/)).toBeFocused();
  await page.reload();
  await expect(summaryOf(page)).toBeEnabled();
  await expect(summaryOf(page)).toHaveValue(stored);
  await expect(page.getByRole('button', { name: restoreText.discard, exact: true })).toHaveCount(0);
});

test('what the server alone could refuse holds up nothing else', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.clock.install();
  await page.goto(`${await pathOf(app, OTHER)}/edit`);
  const first = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  await page.route('**/_next/static/chunks/*.js', (route) =>
    first.includes(route.request().url()) ? route.fallback() : undefined,
  );
  const sent: string[] = [];
  let release = () => {};
  let released: Promise<void>;
  const hold = () => {
    released = new Promise((resolve) => {
      release = resolve;
    });
  };
  hold();
  await page.route('**/edit', async (route) => {
    sent.push(route.request().postData() ?? '');
    await released;
    await route.fallback();
  });
  await page.getByLabel(/^予算額/).fill('約三千');
  await summaryOf(page).fill('金額と一緒に送られる概要。');
  await page.clock.fastForward(PAUSE_MS);
  await expect.poll(() => sent).toEqual([expect.stringMatching(/約三千.*金額と一緒に/)]);
  await page.clock.fastForward(PAUSE_MS);
  release();
  await expect
    .poll(() => app.rows('SELECT 1 FROM entry WHERE name = $1 AND summary = $2', [OTHER, '金額と一緒に送られる概要。']))
    .toHaveLength(1);
  await expect(summaryOf(page)).toBeFocused();
  await expect(page.getByLabel(/^予算額/)).toHaveValue('約三千');

  await test.step('and takes no half a word of the IME with it', async () => {
    const count = sent.length;
    hold();
    const rank = page.getByLabel(new RegExp(`^${entryFieldText.rank}`));
    await rank.fill('い');
    await summaryOf(page).fill('二度目の概要。');
    await page.clock.fastForward(PAUSE_MS);
    await expect.poll(() => sent).toHaveLength(count + 1);
    await page.getByLabel(/^工夫点/).focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'よさんあん', selectionStart: 5, selectionEnd: 5 });
    release();
    await expect(rank).toHaveAttribute('aria-invalid', 'true');
    await page.clock.fastForward(PAUSE_MS);
    await cdp.send('Input.insertText', { text: '予算案' });
    await page.clock.fastForward(PAUSE_MS);
    const stored = () => app.rows('SELECT summary, innovation FROM entry WHERE name = $1 AND version > 1', [OTHER]);
    await expect.poll(stored).toEqual([{ summary: '二度目の概要。', innovation: expect.stringContaining('予算案') }]);
    expect(sent.filter((body) => body.includes('よさんあん'))).toEqual([]);
  });
  // A clock that was set stays with its context.
  await page.context().close();
});

test('without a server, and after the session’s end, the text stays and is saved in the end', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/edit`);
  await summaryOf(page).fill('つながらない間に書いた文。');
  await page.context().setOffline(true);
  await save(page);
  await expect(page.getByText(saveFailureText.unreachable)).toBeVisible();
  await page.context().setOffline(false);
  found.push(...(await check(page, 'editor unreachable')));

  await app.rows('DELETE FROM session');
  await save(page);
  await expect(page.getByText(errorText.signed_out)).toBeVisible();
  await expect(summaryOf(page)).toHaveValue('つながらない間に書いた文。');
  found.push(...(await check(page, 'editor session ended')));

  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: signInAgain }).click();
  const second = await opening;
  await expect(second.getByText(/ログイン/).first()).toBeVisible();
  found.push(...(await check(second, 'sign-in after the session')));
  await second.close();
  expect(found).toEqual([]);
});

test('an entry whose answer got lost on its way is not added twice', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.goto('/years/2023/entries/new');
  await page.getByLabel(/^事業名/).fill('答えの届かない事業');
  await page.getByLabel(/^経費区分/).selectOption({ index: 1 });
  await page.route('**/entries/new', async (route) => {
    // The connection of an earlier request may be at its end.
    await route.fetch({ maxRetries: 1 });
    await route.abort('connectionreset');
  });
  await save(page);
  await expect(page.getByText(saveFailureText.unreachable)).toBeVisible();
  await page.unroute('**/entries/new');
  await summaryOf(page).fill('届かなかった後に書いた概要。');
  await save(page);
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/years\/2023\/entries\/[0-9a-f-]{36}\/edit$/);
  const stored = await app.rows("SELECT summary, version FROM entry WHERE name = '答えの届かない事業'");
  expect(stored).toEqual([{ summary: '届かなかった後に書いた概要。', version: 2 }]);
});

test('a conflict shows both versions of each field, and either can be kept', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/edit`);
  const other = await page.context().newPage();
  await other.goto(`${path}/edit`);
  await summaryOf(other).fill('先に保存した概要。');
  await other.getByLabel(/^予算額/).fill('3,900');
  await save(other);
  await expect(other.getByText(/に保存しました/)).toBeVisible();

  await summaryOf(page).fill('後から書いた概要。');
  const panel = page.getByRole('region').filter({ hasText: conflictText.lead });
  await expect(panel).toBeVisible();
  await expect(summaryOf(page)).toBeFocused();
  await expect(panel.locator('ins')).toContainText(['後から書いた', '先に保存した']);
  found.push(...(await check(page, 'editor conflict')));
  await save(page);
  await expect(panel).toBeFocused();
  await expect(page.getByText(editorText.chooseFirst)).toBeVisible();
  await panel.getByRole('button', { name: new RegExp(`^${conflictText.keepMine} ?：概要`) }).click();
  await expect(page.getByText(editorText.chooseFirst)).toBeHidden();
  found.push(...(await check(page, 'editor conflict chosen')));
  await panel.getByRole('button', { name: conflictText.saveChosen }).click();
  await expect(page.getByText(/に保存しました/)).toBeVisible();
  await expect(page.locator('textarea:focus, input:focus')).toHaveCount(1);
  const [stored] = await app.rows('SELECT summary, amount::int FROM entry WHERE id = $1', [path.split('/').at(-1)]);
  expect(stored).toEqual({ summary: '後から書いた概要。', amount: 3900 });

  await other.goto(`${path}/confirm`);
  await other.getByRole('button', { name: confirmText.submit, exact: true }).click();
  await expect(other.getByText(submittedText.title)).toBeVisible();
  found.push(...(await check(other, 'entry submitted')));
  await summaryOf(page).fill('提出された後に書いた概要。');
  await expect(page.getByText(conflictText.locked)).toBeVisible();
  await expect(summaryOf(page)).toHaveValue('提出された後に書いた概要。');
  await summaryOf(page).press('Control+s');
  await expect(page.getByRole('region').filter({ hasText: conflictText.locked })).toBeFocused();
  await expect(page.getByText(editorText.chooseFirst)).toHaveCount(0);
  found.push(...(await check(page, 'editor locked')));
  page.once('dialog', (dialog) => dialog.accept());
  await page.goto(path);
  await expect(page.getByRole('button', { name: entryStepText.pullBack.button })).toBeVisible();
  found.push(...(await check(page, 'entry in review')));
  expect(found).toEqual([]);
});

test('an entry that lacks something can’t be submitted, and is withdrawn after a question', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const found: string[] = [];
  const path = await pathOf(app, OTHER);
  await page.goto(`${path}/confirm`);
  await page.getByRole('button', { name: confirmText.submit, exact: true }).click();
  await expect(page.locator(':focus')).toContainText(confirmText.blocked);
  found.push(...(await check(page, 'confirm blocked')));
  await page.goto(path);
  await page.getByRole('button', { name: entryStepText.withdraw.button, exact: true }).click();
  await expect(page.getByRole('dialog', { name: withdrawText.title(OTHER) })).toBeVisible();
  found.push(...(await check(page, 'withdraw dialog')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: entryStepText.withdraw.button, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: withdrawText.final }).click();
  await expect(page.getByText(entryStepText.withdraw.done)).toBeVisible();
  await expect(page.locator('.act-row').getByRole('status')).toBeFocused();
  found.push(...(await check(page, 'entry withdrawn')));
  expect(found).toEqual([]);
});

test('a page that breaks says so with a number and a way out', async ({ app, openAs }) => {
  const page = await openAs('viewer');
  await app.rows('ALTER TABLE entry RENAME TO entry_hidden');
  try {
    await page.goto('/years/2023/entries');
    await expect(page.getByRole('heading', { level: 1, name: failureText.title })).toBeVisible();
    await expect(page.getByText(new RegExp(`^${failureText.number} [0-9a-f]{12}$`))).toBeVisible();
    expect(await check(page, 'failure')).toEqual([]);
  } finally {
    await app.rows('ALTER TABLE entry_hidden RENAME TO entry');
  }
  await page.getByRole('button', { name: uiText.reload }).click();
  await expect(page.getByRole('heading', { level: 1, name: entryListText.title })).toBeVisible();
});
