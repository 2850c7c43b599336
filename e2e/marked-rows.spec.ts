import { expect, type Locator, type Page, type Request } from '@playwright/test';
import type { MarkedAct } from '@/lib/domain/marked/marking';
import { accountText } from '@/lib/text/account';
import { copyText } from '@/lib/text/copied-rows';
import { approvalsText, decidedBefore, decisionText, queueText } from '@/lib/text/entry/approvals';
import { entryFieldText } from '@/lib/text/entry/entry';
import { entryListText, ownDepartment } from '@/lib/text/entry/entry-list';
import { statusText } from '@/lib/text/entry/entry-status';
import { takeBackButton } from '@/lib/text/entry/entry-steps';
import { errorText, fieldErrorMessage } from '@/lib/text/errors';
import { markAllText, markText } from '@/lib/text/marked/mark-box';
import { failedHeading, markedActText, stands, markedText as text } from '@/lib/text/marked/marked';
import { uiText } from '@/lib/text/ui';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { beforeTheAnswer } from './setup/held-answers';
import { isListening } from './setup/listening';
import { plantEntries } from './setup/planted-entries';

test.describe.configure({ mode: 'serial' });

const bar = (page: Page) => page.getByRole('region', { name: text.bar });
const dialog = (page: Page) => page.getByRole('dialog');
const button = (act: MarkedAct, count: number) => markedActText[act].button(count);
const offer = (page: Page, act: MarkedAct, count: number) =>
  bar(page).getByRole('button', { name: button(act, count), exact: true });
const confirm = (page: Page, act: MarkedAct, count: number) =>
  dialog(page).getByRole('button', { name: button(act, count), exact: true });
const isDone = (page: Page, act: MarkedAct, count: number) =>
  expect(bar(page).getByText(markedActText[act].done(count))).toBeVisible();

/** Presses and page loads. */
async function counted(page: Page, work: () => Promise<void>) {
  let documents = 0;
  const load = (request: Request) => {
    if (request.isNavigationRequest()) documents += 1;
  };
  page.on('request', load);
  await page.evaluate(() => {
    const isCounting = 'presses' in document.body.dataset;
    document.body.dataset.presses = '0';
    if (isCounting) return;
    const count = () => {
      document.body.dataset.presses = String(Number(document.body.dataset.presses) + 1);
    };
    document.addEventListener('pointerdown', count);
  });
  await work();
  page.off('request', load);
  return { clicks: await page.evaluate(() => Number(document.body.dataset.presses)), documents };
}

test('an approver returns three with one reason, approves forty, and takes one back', async ({ app, openAs }) => {
  const found: string[] = [];
  await plantEntries(app, { name: '承認を待つ事業', count: 44, status: 'in_review' });
  const page = await openAs('approver');
  await page.goto('/years/2023/approvals');
  const box = (name: string) => page.getByRole('checkbox', { name: markText(name), exact: true });
  await expect(page.getByRole('checkbox', { name: markAllText })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);

  const returned = await counted(page, async () => {
    for (const place of [1, 2, 3]) await box(`承認を待つ事業${place}`).click();
    await expect(bar(page)).toContainText(text.marked(3));
    await expect(bar(page)).toContainText('計 306千円');
    found.push(...(await check(page, 'marked rows')));
    await offer(page, 'return', 3).click();
    await confirm(page, 'return', 3).click();
    const reason = dialog(page).getByLabel(markedActText.return.reason?.label ?? '');
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAttribute('aria-invalid', 'true');
    found.push(...(await check(page, 'return of marked rows')));
    await page.keyboard.type('積算の根拠を示してください。');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(dialog(page).getByLabel(entryFieldText.amount, { exact: true })).toBeChecked();
    await confirm(page, 'return', 3).click();
    await isDone(page, 'return', 3);
  });
  expect(returned).toEqual({ clicks: 6, documents: 0 });
  const toMend = await app.rows("SELECT DISTINCT to_mend FROM entry_step WHERE action = 'return'");
  expect(toMend).toEqual([{ to_mend: ['amount'] }]);

  await expect(box('承認を待つ事業1')).toHaveCount(0);
  await app.rows(
    `UPDATE entry SET contributors = contributors || (SELECT id FROM account WHERE login_id = 'approver')
     WHERE name = '承認を待つ事業44'`,
  );
  const approved = await counted(page, async () => {
    await page.getByRole('checkbox', { name: markAllText }).click();
    await expect(bar(page)).toContainText(text.marked(41));
    await offer(page, 'approve', 41).click();
    await expect(dialog(page).getByText('承認を待つ事業40', { exact: true })).toBeAttached();
    found.push(...(await check(page, 'approval of marked rows')));
    await confirm(page, 'approve', 41).click();
    await isDone(page, 'approve', 40);
  });
  expect(approved).toEqual({ clicks: 3, documents: 0 });
  const failure = bar(page).getByText(failedHeading('approve', 1));
  await expect(failure).toBeVisible();
  await expect(bar(page).getByRole('listitem')).toHaveText(`承認を待つ事業44　${errorText.own_entry}`);
  // Nothing can be done with it any more.
  await expect(box('承認を待つ事業44')).toHaveCount(0);
  found.push(...(await check(page, 'approved marked rows')));

  await page.goto('/years/2023/entries?q=%E6%89%BF%E8%AA%8D%E3%82%92%E5%BE%85%E3%81%A4');
  const back = await counted(page, async () => {
    await page
      .getByRole('row', { name: /承認を待つ事業40/ })
      .getByRole('checkbox')
      .click();
    await offer(page, 'takeBack', 1).click();
    await confirm(page, 'takeBack', 1).click();
    await isDone(page, 'takeBack', 1);
  });
  expect(back).toEqual({ clicks: 3, documents: 0 });

  // What was changed since it was marked is not decided about, and has to be looked at before it is marked again.
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) }).getByRole('checkbox');
  for (const name of ['承認を待つ事業38', '承認を待つ事業39']) await row(name).click();
  await app.rows(`UPDATE entry SET version = version + 1 WHERE name = '承認を待つ事業39'`);
  await offer(page, 'takeBack', 2).click();
  // What failed stays in sight, whatever is filtered or followed before it is answered.
  await beforeTheAnswer(
    page,
    () => confirm(page, 'takeBack', 2).click(),
    async () => {
      await page.getByLabel(entryListText.status).selectOption({ label: statusText.approved });
      await page.getByRole('link', { name: '承認を待つ事業37', exact: true }).click();
      await expect(page.getByText(decisionText.goesTo.page)).toBeVisible();
    },
  );
  await isDone(page, 'takeBack', 1);
  await expect(page.getByText(decisionText.goesTo.page)).toBeHidden();
  await expect(row('承認を待つ事業40')).toHaveCount(0);
  await expect(bar(page).getByRole('listitem')).toHaveText(`承認を待つ事業39　${errorText.conflict}`);
  await expect(bar(page).getByRole('link', { name: '承認を待つ事業39' })).toBeVisible();
  await expect(row('承認を待つ事業39')).not.toBeChecked();
  // A box that the bar covers in part is scrolled to before it is pressed.
  const faults = await check(page, 'a marked row that was changed');
  found.push(...faults.filter((fault) => !fault.includes('target-size')));
  const rows = await app.rows(
    `SELECT e.status, count(*)::int AS entries, count(s.id)::int AS steps FROM entry e
     LEFT JOIN entry_step s ON s.ward_id = e.ward_id AND s.entry_id = e.id
       AND s.sequence = e.steps AND s.action IN ('approve', 'return', 'takeBack')
     WHERE e.name LIKE '承認を待つ事業%' GROUP BY e.status ORDER BY e.status`,
  );
  expect(rows).toEqual([
    { status: 'approved', entries: 38, steps: 38 },
    { status: 'in_review', entries: 3, steps: 2 },
    { status: 'returned', entries: 3, steps: 3 },
  ]);
  expect(found).toEqual([]);
});

test('the administrator corrects the category of ten and moves all entries of a 課', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const found: string[] = [];
  await page.goto('/years/2023/entries?q=%E6%89%BF%E8%AA%8D%E3%82%92%E5%BE%85%E3%81%A4');
  const box = (place: number) =>
    page.getByRole('row', { name: new RegExp(`承認を待つ事業${place}\\b`) }).getByRole('checkbox');
  const corrected = await counted(page, async () => {
    await box(5).click();
    await page.keyboard.down('Shift');
    await box(14).click();
    await page.keyboard.up('Shift');
    await expect(bar(page)).toContainText(text.marked(10));
    await offer(page, 'move', 10).click();
    await dialog(page).getByLabel(text.categoryId).selectOption({ index: 2 });
    await dialog(page)
      .getByLabel(markedActText.move.reason?.label ?? '')
      .fill('経費区分の誤りを訂正します。');
    found.push(...(await check(page, 'move of marked rows')));
    await confirm(page, 'move', 10).click();
    await isDone(page, 'move', 10);
  });
  expect(corrected).toEqual({ clicks: 4, documents: 0 });

  const moved = await counted(page, async () => {
    await page.getByRole('checkbox', { name: markAllText }).click();
    await expect(bar(page)).toContainText(text.marked(44));
    await offer(page, 'move', 44).click();
    await dialog(page).getByLabel(text.departmentId).selectOption({ index: 1 });
    await dialog(page)
      .getByLabel(markedActText.move.reason?.label ?? '')
      .fill('課の再編のためです。');
    await confirm(page, 'move', 44).click();
    await expect(dialog(page).or(bar(page).getByText(markedActText.move.done(44)))).toBeVisible();
    const anyway = dialog(page).getByRole('button', { name: 'このまま変更' });
    if (await anyway.isVisible()) await anyway.click();
    await isDone(page, 'move', 44);
  });
  expect(moved.documents).toBe(0);
  const rows = await app.rows(
    `SELECT count(DISTINCT department_id)::int AS departments, count(DISTINCT category_id)::int AS categories
     FROM entry WHERE name LIKE '承認を待つ事業%'`,
  );
  expect(rows).toEqual([{ departments: 1, categories: 2 }]);

  await box(5).click();
  await offer(page, 'move', 1).click();
  await dialog(page).getByLabel(text.departmentId).selectOption('窓口サービス課');
  await dialog(page)
    .getByLabel(markedActText.move.reason?.label ?? '')
    .fill('課の再編のためです。');
  const setRetired = (at: string) => app.rows(`UPDATE department SET retired_at = ${at} WHERE name = '窓口サービス課'`);
  await setRetired('now()');
  await confirm(page, 'move', 1).click();
  await expect(bar(page).getByRole('listitem')).toHaveText(
    `承認を待つ事業5　${fieldErrorMessage(text.departmentId, 'not_in_list')}`,
  );
  await setRetired('NULL');
  expect(found).toEqual([]);
});

test('a drafter submits what can be submitted, and marks and unmarks by keyboard', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const found: string[] = [];
  await plantEntries(app, { name: '提出する事業', count: 2, status: 'draft' });
  await plantEntries(app, {
    name: '提出できない事業',
    count: 1,
    status: 'draft',
    fields: { summary: '', is_priority: true },
  });
  await app.rows(
    `UPDATE entry SET last_year = NULL, recorded_last_year_amount = 50, mark = NULL WHERE name = '提出する事業2'`,
  );
  await page.goto('/years/2023/entries?q=%E6%8F%90%E5%87%BA');
  await isListening(page, 'main button');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = (type: string) =>
    page.evaluate(async (asked) => (await (await navigator.clipboard.read())[0]?.getType(asked))?.text() ?? '', type);
  const copyButton = page.getByRole('button', { name: copyText.button, exact: true });
  await copyButton.click();
  await expect(page.getByText(copyText.copied(3))).toBeVisible();
  const [heads = '', ...lines] = (await copied('text/plain')).split(/\r?\n/);
  expect(heads).toBe(`番号\t事業名\t担当課\t状態\t本年度（千円）\t前年度（千円）\t増減（千円）\t更新`);
  expect(lines.find((line) => line.includes('提出する事業1'))).toMatch(
    /^'1-\d+\t提出する事業1\t保健福祉課\t下書き\t101\t新規\t101\t\d+\/\d+ \d\d:\d\d /,
  );
  expect(lines).toHaveLength(3);
  const asText = `sdnum="1041;0;@" style="mso-number-format:'\\@'"`;
  expect(await copied('text/html')).toMatch(new RegExp(`<td ${asText.replace('\\', '\\\\')}>1-\\d+</td>`));
  // By mouse, from one row into the next.
  await page.evaluate(() => {
    const [from, to] = ['1', '2'].map((row) => document.querySelector(`.entry-table tbody tr:nth-child(${row}) a`));
    if (from?.firstChild && to?.firstChild) getSelection()?.setBaseAndExtent(from.firstChild, 2, to.firstChild, 1);
  });
  await page.keyboard.press('Control+C');
  await expect.poll(async () => (await copied('text/plain')).split(/\r?\n/)).toEqual(lines.slice(0, 2));
  // The whole page is copied as it is.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await expect.poll(() => copied('text/plain')).toContain(entryListText.apply);
  await page.evaluate(() => getSelection()?.empty());
  // What was said is of these rows.
  const mark = page.getByLabel(entryListText.mark, { exact: true });
  await mark.selectOption({ index: 1 });
  await expect(page.getByText(copyText.copied(3))).toHaveCount(0);
  await mark.selectOption({ index: 0 });
  await expect(page.getByRole('row', { name: /提出/ })).toHaveCount(3);

  await page.getByRole('checkbox', { name: markAllText }).focus();
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText(text.marked(3));
  await offer(page, 'submit', 3).click();
  await expect(dialog(page)).toContainText(stands.missing(['summary']));
  found.push(...(await check(page, 'submission of marked rows')));
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(offer(page, 'submit', 3)).toBeFocused();
  await page.keyboard.press('Enter');
  // Why its amount is far from last year's is written here, and with that it is one of them.
  await expect(confirm(page, 'submit', 1)).toBeVisible();
  await dialog(page).getByRole('textbox').fill('対象を広げたため。');
  const looked = dialog(page).getByLabel(text.looked);
  await expect(confirm(page, 'submit', 2)).toBeVisible();
  if (await looked.isVisible()) await looked.check();
  await confirm(page, 'submit', 2).click();
  await isDone(page, 'submit', 2);
  await expect(bar(page)).toContainText(text.marked(1));
  await bar(page).getByRole('button', { name: text.undo, exact: true }).click();
  await isDone(page, 'pullBack', 2);

  await page.getByRole('checkbox', { name: markAllText }).check();
  await bar(page).getByText(text.more).click();
  await offer(page, 'prioritize', 2).click();
  await confirm(page, 'prioritize', 2).click();
  await isDone(page, 'prioritize', 2);
  // With nothing marked any more, what an undo answers still gets the focus.
  await page
    .getByRole('row', { name: /提出できない事業/ })
    .getByRole('checkbox')
    .uncheck();
  await bar(page).getByRole('button', { name: text.undo, exact: true }).click();
  await isDone(page, 'unprioritize', 2);
  await expect(bar(page).getByRole('status').first()).toBeFocused();
  await bar(page).getByRole('button', { name: uiText.close }).click();
  await expect(bar(page)).toBeHidden();
  // By keyboard each row is marked by itself.
  await page
    .getByRole('row', { name: /提出する事業1/ })
    .getByRole('checkbox')
    .click();
  await page
    .getByRole('row', { name: /提出できない事業1/ })
    .getByRole('checkbox')
    .focus();
  await page.keyboard.press('Shift+Space');
  await expect(bar(page)).toContainText(text.marked(2));
  // No mark comes back with the page: it was set on what was shown then.
  await page.getByRole('link', { name: '提出する事業1', exact: true }).click();
  await page.waitForURL(/entries\/[\w-]+$/);
  await page.goBack();
  await expect(page.getByRole('row', { name: /提出する事業1/ })).toBeVisible();
  await isListening(page, 'main button');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page
    .getByRole('row', { name: /提出する事業1/ })
    .getByRole('checkbox')
    .check();
  await bar(page).getByRole('button', { name: text.clear }).click();
  await expect(bar(page)).toBeHidden();
  // Who works for a 課 begins with it, and has all in one press.
  await page.goto('/years/2023/entries');
  const department = page.getByLabel(entryListText.department);
  await expect(department.locator('option:checked')).toHaveText(ownDepartment('保健福祉課'));
  await expect(page.getByRole('row', { name: /交流会館/ })).toHaveCount(0);
  await page.getByRole('link', { name: entryListText.clear }).click();
  await expect(page.getByRole('row', { name: /交流会館/ }).first()).toBeVisible();
  await expect(page).toHaveURL(/department=all$/);
  // A choice counts at once, and so does Enter: the focus stays, the address has it, and what was marked is let go.
  await page.setViewportSize({ width: 1366, height: 620 });
  await isListening(page, 'search form');
  await page.getByRole('checkbox', { name: markAllText }).check();
  await page.getByLabel(entryListText.mark, { exact: true }).focus();
  await page.getByLabel(entryListText.mark, { exact: true }).selectOption({ index: 4 });
  await expect(page).toHaveURL(/mark=ending/);
  await expect(page.getByText(entryListText.noMatch)).toBeVisible();
  await expect(page.getByLabel(entryListText.mark, { exact: true })).toBeFocused();
  await expect(bar(page)).toBeHidden();
  await page.getByLabel(entryListText.mark, { exact: true }).selectOption({ index: 0 });
  await page.getByLabel(entryListText.keyword).fill('提出する事業');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /交流会館/ })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /提出する事業/ })).toHaveCount(2);
  await expect(page.getByLabel(entryListText.keyword)).toBeFocused();
  const rows = await app.rows(
    `SELECT count(*)::int AS n FROM entry WHERE name LIKE '提出%事業%' AND is_priority AND status = 'draft'`,
  );
  expect(rows).toEqual([{ n: 1 }]);
  expect(found).toEqual([]);
});

test('an approver goes through the queue by keyboard without a page load', async ({ app, openAs }) => {
  const page = await openAs('approver');
  const found: string[] = [];
  await plantEntries(app, { name: '一件ずつ承認する事業', count: 3, status: 'in_review' });
  await app.rows(`UPDATE entry SET status = 'withdrawn' WHERE name LIKE '承認を待つ事業%' AND status = 'in_review'`);
  const path = await pathOf(app, '一件ずつ承認する事業1');
  await page.goto(path.replace('/entries/', '/approvals/'));
  const heading = page.getByRole('heading', { level: 1 });
  await isListening(page, '#workflow-approve');
  const places = () =>
    Promise.all([
      page.getByRole('link', { name: approvalsText.next, exact: true }).boundingBox(),
      page.getByRole('button', { name: '承認', exact: true }).boundingBox(),
    ]);
  const before = await places();
  const reviewed = await counted(page, async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(decidedBefore.done('一件ずつ承認する事業1', 'approve'))).toBeVisible();
    await expect(heading).toHaveText('一件ずつ承認する事業2');
    await expect(heading).toBeFocused();
    expect(await places()).toEqual(before);
    found.push(...(await check(page, 'next of the queue')));
    // 戻る shows what has become of it.
    await page.evaluate(() => window.history.back());
    await expect(heading).toHaveText('一件ずつ承認する事業1');
    await expect(page.locator('#workflow-approve')).toHaveCount(0);
    await page.evaluate(() => window.history.forward());
    await expect(heading).toHaveText('一件ずつ承認する事業2');
    await page.keyboard.press('Alt+n');
    await expect(heading).toHaveText('一件ずつ承認する事業3');
    await expect(heading).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(heading).toHaveText('一件ずつ承認する事業2');
    await page.getByRole('button', { name: takeBackButton('approve'), exact: true }).click();
    await expect(page.getByText(decidedBefore.takenBack('一件ずつ承認する事業3', 'approve'))).toBeVisible();
  });
  expect(reviewed.clicks).toBe(1);
  expect(reviewed.documents).toBe(0);
  const rows = await app.rows(`SELECT status FROM entry WHERE name LIKE '一件ずつ承認する事業%' ORDER BY name`);
  expect(rows.map(({ status }) => status)).toEqual(['approved', 'in_review', 'in_review']);
  expect(found).toEqual([]);
});

test('the queue beside a review has a filter and an order, which stay on the way', async ({ app, openAs }) => {
  const page = await openAs('approver');
  const path = (await pathOf(app, '一件ずつ承認する事業2')).replace('/entries/', '/approvals/');
  const heading = page.getByRole('heading', { level: 1 });
  const queue = page.getByRole('navigation', { name: queueText.open });
  await app.rows(`UPDATE entry SET status = 'in_review' WHERE name = '一件ずつ承認する事業1'`);
  await page.goto(path);
  await expect(page.locator('.act-row').getByText(decisionText.place(2, 3))).toBeVisible();
  await expect(queue.locator('[aria-current]')).toContainText('一件ずつ承認する事業2');
  const order = queue.getByLabel(queueText.order);
  await order.selectOption(queueText.orders.amount);
  await expect(page).toHaveURL(/\?order=amount$/);
  await expect(queue.getByRole('listitem')).toContainText(['事業3', '事業2', '事業1']);
  await page.keyboard.press('Alt+n');
  await expect(heading).toHaveText('一件ずつ承認する事業1');
  await expect(page).toHaveURL(/\?order=amount$/);
  await queue.getByRole('link', { name: /事業3/ }).click();
  await expect(heading).toHaveText('一件ずつ承認する事業3');

  await page.getByRole('button', { name: '承認', exact: true }).click();
  await expect(queue.locator('[aria-current]')).toContainText('承認済');
  await expect(queue).toContainText(queueText.title(2));
  const next = page.getByRole('link', { name: approvalsText.next, exact: true });
  const approve = page.getByRole('button', { name: '承認', exact: true });
  await next.click();
  await expect(heading).toHaveText('一件ずつ承認する事業2');
  // Who goes on before the answer stays where it is no, and goes where it is yes.
  const setContributors = (to: string) =>
    app.rows(`UPDATE entry SET contributors = ${to} WHERE name = '一件ずつ承認する事業2'`);
  const goOnTo = (link: Locator, to: keyof typeof decisionText.goesTo, menu?: Locator) =>
    beforeTheAnswer(
      page,
      () => approve.click(),
      async () => {
        await menu?.click();
        await link.click();
        await expect(page.getByText(decisionText.goesTo[to])).toBeInViewport({ ratio: 1 });
      },
    );
  const own = `ARRAY(SELECT id FROM account WHERE login_id = 'approver')`;
  await setContributors(own);
  const back = queue.getByRole('heading').getByRole('link');
  const refused = page.locator('.act-notice').getByText(errorText.own_entry);
  await goOnTo(next, 'next');
  await expect(refused).toBeVisible();
  await expect(page.getByText(decisionText.goesTo.next)).toBeHidden();
  await beforeTheAnswer(
    page,
    () => approve.click(),
    async () => {
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      await (await asked).dismiss();
      await page.evaluate(() => window.history.back());
      await expect(page.getByText(decisionText.goesTo.page)).toBeVisible();
      const first = queue.locator('li').first();
      const place = await first.boundingBox();
      await order.selectOption(queueText.orders.printed);
      await expect(queue.getByText(uiText.loading)).toBeVisible();
      expect(await first.boundingBox()).toEqual(place);
      await expect(order).toHaveValue('printed');
    },
  );
  await expect(refused).toBeVisible();
  await expect(heading).toHaveText('一件ずつ承認する事業2');
  await setContributors(`'{}'`);
  await order.selectOption(queueText.orders.amount);
  await expect(approve).toBeVisible();
  await setContributors(own);
  await goOnTo(back, 'page');
  await expect(refused).toBeVisible();
  const menu = page.locator('summary').filter({ hasText: uiText.userMenu });
  await goOnTo(page.getByRole('button', { name: accountText.signOut, exact: true }), 'page', menu);
  await expect(refused).toBeVisible();
  await expect(heading).toHaveText('一件ずつ承認する事業2');
  await setContributors(`'{}'`);
  await goOnTo(queue.getByRole('link', { name: /事業1/ }), 'other');
  await expect(heading).toHaveText('一件ずつ承認する事業1');
  await expect(page.getByText(decidedBefore.done('一件ずつ承認する事業2', 'approve'))).toBeVisible();
  await page.getByRole('button', { name: takeBackButton('approve'), exact: true }).click();
  await expect(queue).toContainText(queueText.title(2));
  await goOnTo(back, 'page');
  await expect(page).toHaveURL(/approvals\?order=amount$/);
  await expect(page.getByRole('main').getByRole('link', { name: /一件ずつ/ })).toHaveText([/事業2/]);
  await app.rows(`UPDATE entry SET status = 'in_review' WHERE name = '一件ずつ承認する事業1'`);

  await page.goto(`${path}?department=00000000-0000-4000-8000-000000000000`);
  await expect(queue.getByText(queueText.filtered)).toBeVisible();
  expect(await check(page, 'queue of nothing')).toEqual([]);
  await page.getByRole('button', { name: queueText.open, exact: true }).click();
  await queue.getByRole('link', { name: queueText.clear }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: queueText.open, exact: true }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(2);
});
