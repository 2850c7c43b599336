import { expect, type Locator, type Page } from '@playwright/test';
import type { CellField } from '@/lib/domain/sheet/cells';
import { conflictText } from '@/lib/text/entry/conflict-panel';
import { restoreText, saveFailureText } from '@/lib/text/entry/entry-editor';
import { statusText } from '@/lib/text/entry/entry-status';
import { problemText } from '@/lib/text/errors';
import { otherVersionText } from '@/lib/text/other-version';
import { pastedText } from '@/lib/text/pasted';
import { cellLabel, sheetText as text } from '@/lib/text/sheet/sheet';
import { expectNoFault } from './setup/accessibility';
import type { App } from './setup/app';
import { beginSession, test } from './setup/fixtures';
import { isListening } from './setup/listening';

const SHEET = '/years/2023/sheet';
const SAVED = /^\d\d:\d\dに保存しました$/;
/** The first row of the 課 in the list. */
const FIRST = 4;

/** So many entries more of the drafter's 課, each with its first step, last year's amount and none of this year's. */
const addEntries = (app: App, count: number) =>
  app.rows(
    `WITH one AS (SELECT e.* FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
       WHERE y.year = 2023 AND e.name LIKE '不登校%'),
     many AS (SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS project_id FROM generate_series((SELECT count(*)::int + 1 FROM entry WHERE name LIKE '見本の事業%'), $1::int) n),
     projects AS (INSERT INTO project (ward_id, id) SELECT one.ward_id, many.project_id FROM one, many),
     entries AS (INSERT INTO entry SELECT (jsonb_populate_record(NULL::entry, to_jsonb(one) || jsonb_build_object('id', many.id,
       'project_id', many.project_id, 'name', '見本の事業 ' || n, 'amount', NULL, 'recorded_last_year_amount', n * 100,
       'sort_order', 100 + n, 'steps', 1, 'version', 1))).* FROM one, many)
     INSERT INTO entry_step SELECT (jsonb_populate_record(NULL::entry_step, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid(),
       'entry_id', many.id))).* FROM many, one JOIN entry_step s ON s.ward_id = one.ward_id AND s.entry_id = one.id AND s.sequence = 1`,
    [count],
  );

/** The cell of the sheet's row. */
const cell = (page: Page, row: number, field: CellField): Locator =>
  page.getByLabel(cellLabel(`1-${FIRST + row}`, field), { exact: true });
const rowNotice = (page: Page) => page.getByRole('row').filter({ hasText: /に更新しました。|保存できません。/ });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const stored = async (app: App, name: string) =>
  (await app.rows<{ amount: string | null }>('SELECT amount FROM entry WHERE name = $1', [name]))[0]?.amount;

async function open(page: Page): Promise<void> {
  await page.goto(SHEET);
  await expect(cell(page, 0, 'amount')).toBeEnabled();
}

const paste = (target: Locator, clip: string) =>
  target.evaluate((input, plain) => {
    input.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, clip);

async function write(page: Page, target: Locator, typed: string): Promise<void> {
  await target.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

/** Presses of the mouse and loads of pages from here on. */
async function counting(page: Page) {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.evaluate(() => {
    document.body.dataset.clicks = '0';
    const count = ({ detail }: MouseEvent) => {
      if (detail > 0) document.body.dataset.clicks = `${Number(document.body.dataset.clicks) + 1}`;
    };
    document.addEventListener('click', count, true);
  });
  return async () => ({ clicks: Number(await page.locator('body').getAttribute('data-clicks')), loads });
}

test('20 amounts by typing, by a paste and as last year, in at most 5 presses and no page load', async ({
  app,
  openAs,
}) => {
  await addEntries(app, 18);
  const page = await openAs('drafter');
  await page.goto('/years/2023/entries');
  await page.getByRole('link', { name: text.open, exact: true }).click();
  await page.waitForURL(`**${SHEET}`);
  const cost = await counting(page);

  await cell(page, 0, 'amount').click();
  for (const typed of ['3,898', '４９６０', '15万円', '(3)', '△4']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await expect(cell(page, 1, 'amount')).toHaveValue('4,960');
  await expect(cell(page, 2, 'amount')).toHaveValue('150');
  await expect(cell(page, 3, 'amount')).toHaveAttribute('aria-invalid', 'true');
  for (const key of ['ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  for (const typed of ['300', '400']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await expect(cell(page, 5, 'amount')).toBeFocused();
  await paste(
    cell(page, 5, 'amount'),
    '500\r\n600\r\n700\r\n約6,150\r\n900\r\n1千万円\r\n\r\n1,200\r\n1,300\r\n1,400\r\n',
  );
  await expect(page.getByText(pastedText.pasted(9) + pastedText.unread(1))).toBeVisible();
  await expect(cell(page, 10, 'amount')).toHaveValue('10,000');
  await expect(cell(page, 8, 'amount')).toHaveValue('約6,150');
  await expectNoFault(page, 'sheet with an unread paste');
  await button(page, text.goTo(cellLabel('1-12', 'amount'))).click();
  await expect(cell(page, 8, 'amount')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('6,150');
  await button(page, text.sameAsLastYear(6)).click();
  await expect(page.getByText(text.done.same(6))).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
  const { clicks, loads } = await cost();
  expect(clicks).toBeLessThanOrEqual(5);
  expect(loads).toBe(0);

  const rows = await app.rows<{ amount: string; steps: number; version: number }>(
    `SELECT e.amount, e.steps, e.version FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id
     WHERE y.year = 2023 AND e.department_id = (SELECT department_id FROM entry WHERE name = '見本の事業 1') ORDER BY e.sort_order`,
  );
  const expected = [3898, 4960, 150, 300, 400, 500, 600, 700, 6150, 900, 10_000, 1000, 1200, 1300, 1400];
  expect(rows.map(({ amount }) => Number(amount))).toEqual([...expected, 1400, 1500, 1600, 1700, 1800]);
  // One version and one step a row, for one save.
  expect(rows.map(({ steps, version }) => `${steps} ${version}`)).toEqual(rows.map(() => '2 2'));
});

test('keys move, copy from above and take back, also what was stored already', async ({ app, openAs }) => {
  await addEntries(app, 18);
  const page = await openAs('drafter');
  await app.rows("UPDATE entry SET status = 'returned' WHERE name = '見本の事業 6'");
  await open(page);
  const before = await cell(page, 2, 'amount').inputValue();
  await paste(cell(page, 2, 'mark'), '拡充\t2\t100\t5千万円\r\n新設\tx\t200\t(5)\r\n');
  await expect(cell(page, 2, 'mark')).toHaveValue('expanded');
  await expect(cell(page, 2, 'rank')).toHaveValue('2');
  await expect(cell(page, 2, 'amount')).toHaveValue('50,000');
  await expect(cell(page, 3, 'mark')).toHaveValue('新設');
  for (const field of ['mark', 'rank', 'amount'] as const)
    await expect(cell(page, 3, field)).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => stored(app, '見本の事業 1')).toBe('50000');
  // Another act leaves in sight what can't be read.
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(text.range(2))).toBeVisible();
  await expect(page.getByText(pastedText.unread(3))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 3, 'mark')).toHaveValue('');
  await expect(cell(page, 2, 'amount')).toHaveValue(before);
  await expect.poll(() => stored(app, '見本の事業 1')).toBe(before === '' ? null : before);

  // A range of a column: filled from its uppermost cell, copied, cleared, and each of it taken back at once.
  await cell(page, 4, 'rank').focus();
  await page.keyboard.type('6');
  await page.keyboard.press('Escape');
  await expect(cell(page, 4, 'rank')).toHaveValue('');
  await page.keyboard.type('5');
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp'])
    await page.keyboard.press(key);
  await expect(page.locator('[data-marked]')).toHaveCount(3);
  await expect(page.getByText(text.range(3))).toBeVisible();
  await expectNoFault(page, 'range of the sheet');
  await expect(page.locator('.sheet .status-returned')).toHaveCSS('background-color', 'rgb(172, 62, 0)');
  await page.keyboard.press('Control+d');
  for (const row of [5, 6]) await expect(cell(page, row, 'rank')).toHaveValue('5');
  await expect(cell(page, 7, 'rank')).toHaveValue('');
  await page.keyboard.press('Delete');
  for (const row of [4, 5, 6]) await expect(cell(page, row, 'rank')).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 6, 'rank')).toHaveValue('5');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 5, 'rank')).toHaveValue('');
  await expect(cell(page, 4, 'rank')).toHaveValue('5');
  await page.keyboard.press('Control+z');

  await cell(page, 2, 'rank').focus();
  await page.keyboard.type('7');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(cell(page, 3, 'rank')).toHaveValue('7');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 3, 'rank')).toHaveValue('');
  await expect(cell(page, 3, 'rank')).toBeFocused();
  await page.keyboard.press('Control+y');
  await expect(cell(page, 3, 'rank')).toHaveValue('7');
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, 2, 'rank')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(cell(page, 2, 'amount')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 3, 'rank')).toBeFocused();
  await expect(page.getByText(SAVED)).toBeVisible();

  await page.goto('/years/2022/sheet');
  await expect(page.getByText(text.lastYearTotal(8491))).toBeInViewport({ ratio: 1 });
  for (const name of [text.undo, text.save]) await expect(button(page, name)).toHaveCount(0);
});

test('composing loses and doubles nothing, and its Enter and arrows are the IME’s', async ({ app, openAs }) => {
  await addEntries(app, 18);
  const page = await openAs('drafter');
  await open(page);
  const cdp = await page.context().newCDPSession(page);
  const compose = async (steps: string[]) => {
    for (const composed of steps) {
      const end = composed.length;
      await cdp.send('Input.imeSetComposition', { text: composed, selectionStart: end, selectionEnd: end });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    // As Windows reports keys while an IME has the keyboard.
    for (const code of ['ArrowDown', 'Enter']) {
      const key = { key: 'Process', code, windowsVirtualKeyCode: 229 };
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    }
    await cdp.send('Input.insertText', { text: steps.at(-1) ?? '' });
  };
  await cell(page, 4, 'name').click();
  await page.keyboard.press('End');
  await compose(['ｋ', 'か', 'かn', 'かん', 'かんj', 'かんじ', '漢字']);
  await expect(cell(page, 4, 'name')).toHaveValue('見本の事業 3漢字');
  await expect(cell(page, 4, 'name')).toBeFocused();
  for (const field of ['rank', 'amount'] as const) {
    await cell(page, 4, field).click();
    await page.keyboard.press('Control+A');
    await compose(['１', '１２', '１２３']);
    await expect(cell(page, 4, field)).toHaveValue('１２３');
    await expect(cell(page, 4, field)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText(SAVED)).toBeVisible();
  const [row] = await app.rows("SELECT name, rank, amount FROM entry WHERE name LIKE '%漢字'");
  expect(row).toEqual({ name: '見本の事業 3漢字', rank: 123, amount: '123' });
});

test('two people in one sheet keep what each wrote, and are asked where both wrote the same cell', async ({
  app,
  openAs,
}) => {
  await addEntries(app, 18);
  await app.rows(`UPDATE membership SET department_id = (SELECT department_id FROM entry WHERE name = '見本の事業 1')
    WHERE account_id = (SELECT id FROM account WHERE login_id = 'drafter2')`);
  const [one, two] = [await openAs('drafter'), await openAs('drafter2')];
  for (const page of [one, two]) await open(page);
  const before = await cell(two, 7, 'amount').inputValue();
  await write(one, cell(one, 6, 'amount'), '666');
  await write(one, cell(one, 7, 'amount'), '777');
  await expect(one.getByText(SAVED)).toBeVisible();

  // Whoever comes back to the window hears it, but not under the cursor.
  await cell(two, 7, 'amount').focus();
  await two.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(cell(two, 6, 'amount')).toHaveValue('666');
  await expect(two.getByText(text.heard(1))).toBeVisible();
  await expectNoFault(two, 'sheet that has heard');
  expect(await cell(two, 7, 'amount').inputValue()).toBe(before);
  await write(one, cell(one, 6, 'amount'), '667');
  await expect.poll(() => stored(app, '見本の事業 5')).toBe('667');

  await write(two, cell(two, 6, 'rank'), '66');
  await expect(cell(two, 6, 'amount')).toHaveValue('667');
  await expect(rowNotice(two)).toContainText('変更していない項目は、最新の内容に更新しました：予算額');
  await write(two, cell(two, 7, 'amount'), '778');
  await expect(two.getByText(text.conflicts(1))).toBeVisible();
  await expect(cell(two, 7, 'amount')).toHaveValue('778');
  await expectNoFault(two, 'sheet with a conflict');
  expect(await stored(app, '見本の事業 6')).toBe('777');
  const choice = two.getByRole('button', { name: otherVersionText.use.latest });
  await expect(rowNotice(two).filter({ hasText: text.choose })).toHaveCount(1);
  await button(two, text.goTo(cellLabel('1-11', 'amount'))).click();
  await expect(cell(two, 7, 'amount')).toBeFocused();
  await two.getByRole('button', { name: conflictText.keepMine }).click();
  await expect(cell(two, 7, 'amount')).toBeFocused();
  await expect(two.getByText(text.conflicts(1))).toBeHidden();
  await choice.click();
  await expect(cell(two, 7, 'amount')).toHaveValue('777');
  await two.getByRole('button', { name: otherVersionText.use.mine }).click();
  await cell(two, 9, 'amount').focus();
  await expect.poll(() => stored(app, '見本の事業 6')).toBe('778');
  await expect(two.getByText(text.conflicts(1))).toBeHidden();

  // What is typed as the other has it is no question any more.
  await write(one, cell(one, 7, 'amount'), '約779');
  await one.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(one.getByText(text.conflicts(1))).toBeVisible();
  await write(one, cell(one, 7, 'amount'), '778');
  await expect(one.getByText(text.conflicts(1))).toBeHidden();

  await app.rows("UPDATE entry SET status = 'in_review' WHERE name = '見本の事業 7'");
  await write(two, cell(two, 8, 'amount'), '888');
  await expect(two.getByText(text.locked(1))).toBeVisible();
  await expect(rowNotice(two).filter({ hasText: text.keptRow })).toHaveCount(1);
  // What is typed there after that is kept, too, and no other act writes into it.
  await write(two, cell(two, 8, 'amount'), '889');
  await expect(two.getByText(text.unsavedRows(1))).toBeVisible();
  await cell(two, 7, 'rank').focus();
  for (const key of ['Shift+ArrowDown', 'Control+d']) await two.keyboard.press(key);
  await expect(two.getByText(text.done.filled(1) + text.done.locked(1))).toBeVisible();
  await paste(cell(two, 8, 'rank'), '8\r\n9\r\n');
  await expect(two.getByText(pastedText.pasted(1) + pastedText.outside(1))).toBeVisible();
  await expect(cell(two, 9, 'rank')).toHaveValue('9');
  await expect(cell(two, 8, 'rank')).toHaveValue('');
  await expectNoFault(two, 'sheet with a text kept in a row that can’t be stored');
  // The way to it leads out of the notice, which lies over the rows where there is little height.
  const size = two.viewportSize();
  await two.setViewportSize({ width: 683, height: 310 });
  await button(two, text.goTo(cellLabel('1-12', 'amount'))).click();
  await expect(cell(two, 8, 'amount')).toBeFocused();
  const isInSight = (field: Element) => {
    const { x, y, width, height } = field.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === field;
  };
  expect(await cell(two, 8, 'amount').evaluate(isInSight)).toBe(true);
  if (size) await two.setViewportSize(size);
  // That there are other rows by now is said, and the way to them stores what can be stored.
  await two.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(two.getByText(text.hasOthers)).toBeVisible();
  await expectNoFault(two, 'sheet of which others have made other rows');
  // The page itself scrolls for no notice.
  expect(await two.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  // Of an entry that is no longer the sheet's, what was typed would be lost: the browser asks.
  await app.rows("UPDATE entry SET status = 'withdrawn' WHERE name = '見本の事業 10'");
  await app.rows("UPDATE entry SET status = 'in_review', rank = 77 WHERE name = '見本の事業 12'");
  await write(two, cell(two, 11, 'amount'), '1111');
  await expect(two.getByText(text.locked(2))).toBeVisible();
  await cell(two, 10, 'amount').focus();
  await two.keyboard.press('Control+A');
  await two.keyboard.type('1010');
  const asked = two.waitForEvent('dialog');
  await button(two, text.reload).click({ noWaitAfter: true });
  await (await asked).accept();
  await expect(two.getByRole('row', { name: /見本の事業 7 .*承認待ち/ })).toBeVisible();
  await expect(two.getByText(text.hasOthers)).toBeHidden();
  expect(await stored(app, '見本の事業 9')).toBe('1010');
  await expect(cell(two, 8, 'amount')).toHaveCount(0);
  // What was kept comes back, and is stored once the entry is the 課's again.
  await button(two, restoreText.restore).click();
  await expect(cell(two, 8, 'amount')).toHaveValue('889');
  await expect(two.getByText(text.locked(1))).toBeVisible();
  await app.rows("UPDATE entry SET status = 'returned' WHERE name = '見本の事業 7'");
  await two.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => stored(app, '見本の事業 7')).toBe('889');
  await expect(two.getByRole('row', { name: /見本の事業 7 .*差戻し/ })).toBeVisible();
  await expect(two.getByText(text.locked(1))).toBeHidden();
  // A range stays what it was where a row between its ends can be written by now.
  await expect(cell(two, 12, 'rank')).toHaveCount(0);
  await cell(two, 11, 'rank').focus();
  await two.keyboard.press('Shift+ArrowDown');
  await app.rows("UPDATE entry SET status = 'draft' WHERE name = '見本の事業 12'");
  await two.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(cell(two, 12, 'rank')).toBeVisible();
  await two.keyboard.press('Delete');
  await expect(two.getByText(text.done.cleared(2))).toBeVisible();
  await expect(cell(two, 12, 'rank')).toHaveValue('77');
  await app.rows("UPDATE entry SET status = 'in_review' WHERE name = '見本の事業 7'");
  await cell(two, 8, 'amount').focus();
  await two.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(rowNotice(two).filter({ hasText: conflictText.lockedTitle(statusText.in_review) })).toHaveCount(1);
  await two.emulateMedia({ forcedColors: 'active' });
  await expectNoFault(two, 'sheet in forced colours');
});

test('rows that can’t be stored wait: without a network, without a session, over a reload', async ({ app, openAs }) => {
  await addEntries(app, 18);
  const page = await openAs('drafter');
  page.on('dialog', (dialog) => dialog.accept());
  await open(page);
  await page.context().setOffline(true);
  await write(page, cell(page, 9, 'amount'), '9001');
  await expect(page.getByText(saveFailureText.unreachable)).toBeVisible();
  await expect(page.getByText(text.unsavedRows(1))).toBeVisible();
  await page.context().setOffline(false);
  await expect.poll(() => stored(app, '見本の事業 8'), { timeout: 40_000 }).toBe('9001');

  await app.rows("DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login_id = 'drafter')");
  await write(page, cell(page, 9, 'amount'), '9002');
  await expect(page.getByText(problemText('signed_out'))).toBeVisible();
  await beginSession(page.context().request, app.url, 'drafter');
  await page.keyboard.press('Control+s');
  await expect.poll(() => stored(app, '見本の事業 8')).toBe('9002');

  await page.route(`**${SHEET}`, (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
  await paste(cell(page, 9, 'amount'), '9003\n約9\n');
  await expect(page.getByText(text.unsavedRows(2))).toBeVisible();
  await page.reload();
  await page.unrouteAll();
  await expect(cell(page, 9, 'amount')).toHaveValue('9,002');
  await button(page, restoreText.restore).click();
  await expect(cell(page, 9, 'amount')).toHaveValue('9,003');
  await expect(cell(page, 10, 'amount')).toHaveValue('約9');
  await page.keyboard.press('Control+s');
  await expect.poll(() => stored(app, '見本の事業 8')).toBe('9003');
  await expect(page.getByText(text.unsavedRows(1))).toBeVisible();
});

/** How many functions of the program nine keys and Enter call. Time would be the machine's as well (decision 017 has it). */
async function callsOfKeys(page: Page): Promise<number> {
  await open(page);
  await isListening(page, '[data-row] input');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cell(page, 10, 'amount').click();
  // What is kept on the device, and when, is no key's.
  await page.clock.pauseAt(Date.now() + 60_000);
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  for (const key of [...'123456789', 'Enter']) {
    await page.keyboard.press(key);
  }
  const { result } = await cdp.send('Profiler.takePreciseCoverage');
  await cdp.detach();
  await page.clock.resume();
  return result
    .filter(({ url }) => url.includes('/_next/static/'))
    .flatMap(({ functions }) => functions)
    .reduce((calls, { ranges }) => calls + (ranges[0]?.count ?? 0), 0);
}

test('a key costs a sheet of 200 rows little more than one of 20', async ({ app, openAs }) => {
  await addEntries(app, 20);
  const page = await openAs('drafter');
  await page.clock.install();
  const few = await callsOfKeys(page);
  await addEntries(app, 198);
  const many = await callsOfKeys(page);
  expect(many, `${few} with 20 rows`).toBeLessThan(5 * few);
  // A clock that was set stays with its context.
  await page.context().close();
});
