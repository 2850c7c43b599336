import { expect, type Page } from '@playwright/test';
import { entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { fieldErrorMessage } from '@/lib/text/errors';
import { replacedText, uiText } from '@/lib/text/ui';
import { expectNoFault } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { isListening } from './setup/listening';

const NAME = '児童虐待未然防止・早期発見強化事業';

const stored = async (app: { rows: <Row>(text: string, values: unknown[]) => Promise<Row[]> }, path: string) => {
  const [row] = await app.rows<{ name: string; amount: string; summary: string; innovation: string }>(
    'SELECT name, amount, summary, innovation FROM entry WHERE id = $1',
    [path.split('/').at(-1)],
  );
  return row;
};
const save = (page: Page) => page.getByRole('button', { name: editorText.save, exact: true }).click();

/** As a browser does it: the whole text at once, without keys. */
const paste = (page: Page, label: RegExp, text: string) =>
  page.getByLabel(label).evaluate((field: HTMLTextAreaElement, pasted) => {
    field.focus();
    field.select();
    document.execCommand('insertText', false, pasted);
  }, text);

test.describe.configure({ mode: 'serial' });

test('what comes out of Word becomes what it means, and the form says what it replaced', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/edit`);
  await paste(page, /^概要/, '⾼齢者の\u000b⽀援\u202eを\u200b行う。①㈱👩\u200d👧');
  await page.getByLabel(/^工夫点/).focus();
  const said = replacedText([
    { from: '⾼', to: '高' },
    { from: '⽀', to: '支' },
    { from: '\u202e', to: '' },
  ]);
  await expect(page.getByText(said).first()).toBeInViewport();
  await expect(page.getByRole('status').filter({ hasText: said })).toHaveCount(1);
  await expect(page.getByLabel(/^概要/)).toHaveValue('高齢者の\n支援を行う。①㈱👩\u200d👧');
  await expectNoFault(page, 'editor replaced characters');
  await save(page);
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  expect((await stored(app, path))?.summary).toBe('高齢者の\n支援を行う。①㈱👩\u200d👧');
});

test('a field that can’t be stored names the place and keeps nothing else from being stored', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  const path = await pathOf(app, NAME);
  await page.goto(`${path}/edit`);
  await paste(page, /^工夫点/, `${'あ'.repeat(16)}\u0007い`);
  await page.getByLabel(/^概要/).fill('ほかの項目は保存する。');
  await save(page);
  await expect(page.getByRole('heading', { name: uiText.errorSummaryHeading })).toBeVisible();
  await expect(page.getByText(fieldErrorMessage('工夫点', 'unusable_17'))).toHaveCount(2);
  await expect(page.getByText(new RegExp(`に保存しました。${editorText.notStored(['工夫点'])}$`))).toBeVisible();
  expect((await stored(app, path))?.summary).toBe('ほかの項目は保存する。');
  await expectNoFault(page, 'editor partly saved');

  await page.getByRole('button', { name: entryText.check }).click();
  await expect(page).toHaveURL(/\/edit$/);
  await page.getByLabel(/^工夫点/).fill('直した。');
  await page.getByLabel(/^予算額/).fill('5千万円');
  await save(page);
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  expect(await stored(app, path)).toMatchObject({ innovation: '直した。', amount: '50000' });
});

test('an amount is edited without separators', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  const amount = page.getByLabel(/^予算額/);
  await isListening(page, '#amount');
  await amount.fill('1,234,567');
  await page.getByLabel(/^概要/).focus();
  await expect(amount).toHaveValue('1,234,567');
  await amount.focus();
  await expect(amount).toHaveValue('1234567');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await expect(amount).toHaveValue('123456');
  await page.getByLabel(/^概要/).focus();
  await expect(amount).toHaveValue('123,456');
  await expect(page.getByText(fieldErrorMessage('予算額', 'not_an_amount'))).toHaveCount(0);
  await amount.fill('100、200');
  await page.getByLabel(/^概要/).focus();
  await expect(page.getByText(fieldErrorMessage('予算額', 'not_an_amount'))).toBeVisible();
  await expect(amount).toHaveValue('100、200');
});
