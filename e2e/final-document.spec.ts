import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { draftedYear, yearName } from '@/lib/domain/year/fiscal-year';
import { editionPath, paths, yearPaths } from '@/lib/routes';
import { editionNameText, editionNumberText } from '@/lib/text/edition/edition';
import { publishText } from '@/lib/text/edition/publish';
import { confirmText, entryFieldText, entryText } from '@/lib/text/entry/entry';
import { correctionText } from '@/lib/text/entry/entry-administration';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { lastYearAmountsText } from '@/lib/text/entry/last-year-amounts';
import { findingsText } from '@/lib/text/findings/findings';
import { readThroughText } from '@/lib/text/read-through/read-through';
import { adminText } from '@/lib/text/shell';
import { earlierTotalsText } from '@/lib/text/year/earlier-totals';
import { openPointTitle } from '@/lib/text/year/open-points';
import { yearSettingsText, yearsText } from '@/lib/text/year/year-settings';
import { TEMPLATE } from './setup/app';
import { test } from './setup/fixtures';
import { lookAtFindings } from './setup/look-at-findings';
import { pressInMenu } from './setup/row-menu';

const YEAR = draftedYear(new Date());
const at = yearPaths(YEAR);
const [MAYOR, MANAGER, SAFETY] = ['区長自由経費', '区ＣＭ自由経費', '防災経費'];
const NAME = '交流会館整備事業';
/** More than the year has to read. */
const MOST_PLACES = 300;
const FIRST = { year: YEAR, number: 1, kind: 'first' } as const;
const SECOND = { year: YEAR, number: 2, kind: 'corrected' } as const;

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByText(adminText.saved)).toBeVisible();
}

const annexOf = (page: Page, category: string) =>
  page.getByRole('region', { name: category, exact: true }).getByLabel(yearSettingsText.annexAmount);

/** Every place that isn't read yet, one key each. */
async function readThrough(page: Page): Promise<void> {
  await page.goto(at.readThrough);
  await expect(page.locator('.read-here').first()).toBeVisible();
  const isAllRead = page.getByText(readThroughText.allRead);
  for (let press = 0; press < MOST_PLACES && !(await isAllRead.isVisible()); press += 1) {
    await page.keyboard.press('Enter');
  }
  await expect(isAllRead).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function close(admin: Page): Promise<void> {
  await admin.goto(at.close);
  for (const box of await admin.getByRole('main').getByRole('checkbox').all()) await box.check();
  await admin
    .getByRole('main')
    .getByRole('button', { name: yearsText.closeYear(yearName(YEAR)) })
    .click();
  await expect(admin).not.toHaveURL(/close$/);
}

async function publish(admin: Page, edition: typeof FIRST | typeof SECOND, reason?: string): Promise<void> {
  // The last mark of the reading may still be on its way.
  await expect(async () => {
    await admin.goto(at.publish);
    expect(await admin.getByRole('heading', { name: openPointTitle.unread }).count()).toBe(0);
  }).toPass({ timeout: 30_000 });
  for (const box of await admin.getByRole('main').getByRole('checkbox').all()) await box.check();
  if (reason) await admin.getByLabel(publishText.reason).fill(reason);
  await admin.getByRole('button', { name: publishText.final(edition) }).click();
  await expect(admin.getByRole('heading', { level: 1, name: editionNameText(edition) })).toBeVisible({
    timeout: 60_000,
  });
}

async function download(page: Page, edition: typeof FIRST | typeof SECOND) {
  await page.goto(editionPath(edition));
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF', exact: true }).first().click();
  const file = await downloading;
  const path = await file.path();
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { name: file.suggestedFilename(), path, sha256 };
}

test('a ward completes, checks, reads, publishes and corrects its first document, which then stays', async ({
  openAs,
  app,
}) => {
  await app.rows(
    `WITH begun AS (INSERT INTO ward (id, code, name, readers_needed) VALUES (gen_random_uuid(), '271039', '此花区', 2) RETURNING id),
       office AS (INSERT INTO department (ward_id, id, name, sort_order) SELECT id, gen_random_uuid(), '総務課', 1 FROM begun RETURNING *)
     UPDATE membership m SET ward_id = office.ward_id, department_id = office.id,
       roles = CASE a.login_id WHEN 'taisho-admin' THEN '{admin}' WHEN 'drafter' THEN '{drafter}' ELSE '{approver}' END::text[]
     FROM office, account a WHERE a.id = m.account_id AND a.login_id IN ('taisho-admin', 'drafter', 'approver', 'approver2')`,
  );
  const admin = await openAs('taisho-admin');
  const drafter = await openAs('drafter');
  const readers = [await openAs('approver'), await openAs('approver2')];

  await test.step('the administrator records five years, opens the next and adds a category', async () => {
    await admin.goto(paths.earlierTotals);
    const first = admin.getByLabel(earlierTotalsText.cell(String(MAYOR), YEAR - 5), { exact: true });
    await first.evaluate((input) => {
      input.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '100,000\t110,000\t120,000\t130,000\t140,000\r\n10\t20\t30\t40\t50\r\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await save(admin);
    await admin.goto(paths.years);
    const open = yearsText.openNext(yearName(YEAR));
    await admin.getByRole('button', { name: open }).click();
    await admin.getByRole('dialog').getByRole('button', { name: open }).click();
    await expect(admin.getByText(yearsText.opened(yearName(YEAR)))).toBeVisible();
    await admin.goto(at.settings);
    await admin.getByRole('form', { name: yearSettingsText.addTitle }).getByLabel(/^名称/).fill(String(SAFETY));
    await admin.getByRole('button', { name: yearSettingsText.add }).click();
    await expect(admin.getByText(yearSettingsText.added(String(SAFETY)))).toBeVisible();
    for (const [category, amount] of [
      [MAYOR, '60,000'],
      [MANAGER, '60'],
      [SAFETY, '700'],
    ]) {
      await annexOf(admin, String(category)).fill(String(amount));
    }
    await save(admin);
  });

  await test.step('an entry is drafted, and what the checks find in it is mended', async () => {
    await drafter.goto(at.newEntry);
    await drafter.getByLabel(new RegExp(`^${entryFieldText.name}`)).fill(NAME);
    await drafter.getByLabel(new RegExp(`^${entryFieldText.categoryId}`)).selectOption(String(MAYOR));
    await drafter.getByLabel(/^予算額/).fill('84,069');
    await drafter.getByLabel(entryFieldText.isPriority).check();
    const summary = drafter.getByLabel(/^概要/);
    const stale = `${yearName(YEAR - 1)}は、備品を整備する。`;
    await summary.fill(`備品の整備と移転（846万9千円）を行う。${stale}`);
    await drafter.getByLabel(/^工夫点/).fill('移転の前に、区民に向けた説明会を開く。');
    await drafter.keyboard.press('Control+s');
    await expect(drafter).toHaveURL(/\/edit/);
    await admin.goto(at.lastYear);
    await admin.getByLabel(lastYearAmountsText.cell(NAME), { exact: true }).fill('80,000');
    await save(admin);

    await drafter.getByRole('button', { name: entryText.check }).click();
    await drafter.getByRole('button', { name: confirmText.submit, exact: true }).click();
    await expect(drafter.locator(':focus')).toContainText(findingsText.blocked);
    await drafter.getByRole('link', { name: confirmText.back }).click();
    await summary.fill('備品の整備と移転（8,406万9千円）を行う。');
    await drafter.getByRole('button', { name: entryText.check }).click();
    await expect(drafter.getByRole('heading', { level: 1, name: confirmText.title })).toBeVisible();
    await lookAtFindings(drafter);
    await drafter.getByRole('button', { name: confirmText.submit, exact: true }).click();
    await expect(drafter.getByText('提出しました。')).toBeVisible();
  });
  const entry = new URL(drafter.url()).pathname;

  await test.step('it is approved, and two people read it; one source changes, and its ticks fall', async () => {
    const [reader] = readers;
    await reader?.goto(entry);
    await reader?.getByRole('button', { name: entryStepText.approve.button, exact: true }).click();
    await expect(reader?.getByText(entryStepText.approve.done) ?? admin.locator('none')).toBeVisible();
    for (const page of readers) await readThrough(page);
    await admin.goto(`${entry}/correct`);
    await admin.getByLabel(/^工夫点/).fill('移転の前に、区民に向けた内覧会を開く。');
    await admin.getByLabel(correctionText.reason).fill('催しの名が違っていたため。');
    await admin.getByRole('button', { name: correctionText.submit }).click();
    await expect(admin).toHaveURL(new RegExp(`${entry}$`));
    await close(admin);
    await admin.goto(at.publish);
    await expect(admin.getByRole('heading', { name: openPointTitle.unread })).toBeVisible();
    await reader?.goto(at.readThrough);
    await expect(reader?.getByText(readThroughText.again(1)) ?? admin.locator('none')).toBeVisible();
    for (const page of readers) await readThrough(page);
  });

  await test.step('the first edition is published', () => publish(admin, FIRST));
  const first = await download(admin, FIRST);

  await test.step('a figure is corrected, read again, and published with its 正誤表', async () => {
    await admin.goto(paths.years);
    await pressInMenu(admin, yearName(YEAR), yearsText.reopenYear(yearName(YEAR)));
    await admin.getByLabel(yearsText.reopenReason).fill('金額を訂正するため。');
    await admin
      .getByRole('button', { name: yearsText.reopenYear(yearName(YEAR)) })
      .last()
      .click();
    await expect(admin.getByText(yearsText.reopenDone(yearName(YEAR)))).toBeVisible();
    await admin.goto(at.settings);
    await annexOf(admin, String(MANAGER)).fill('66');
    await save(admin);
    await close(admin);
    for (const page of readers) await readThrough(page);
    await publish(admin, SECOND, '区ＣＭ自由経費の額に誤りがあったため。');
    const errata = admin.getByRole('main');
    await admin.getByRole('link', { name: '正誤表', exact: true }).click();
    const row = errata.getByRole('row').filter({ hasText: 'うち区ＣＭ自由経費' }).first();
    await expect(row).toContainText(/60.*66/);
  });
  const second = await download(admin, SECOND);

  await test.step('both are what the list says, whatever becomes of the year', async () => {
    await admin.goto(paths.editions);
    for (const [edition, file] of [
      [FIRST, first],
      [SECOND, second],
    ] as const) {
      const files = admin.getByRole('row').filter({ hasText: `${editionNameText(edition)}のファイル` });
      await files.locator('summary').click();
      await expect(files.getByText(file.sha256)).toBeVisible();
    }
    expect([first.name, second.name]).toEqual([`271039_${YEAR}_d1_v1.pdf`, `271039_${YEAR}_d1_v2.pdf`]);
    await app.rows(`UPDATE fiscal_year SET status = 'open', title = '別の標題' WHERE year = $1`, [YEAR]);
    await app.rows(`UPDATE entry SET amount = 1, name = '別の事業' WHERE name = $1`, [NAME]);
    await app.rows(`UPDATE category_year SET annex_amount = 1, name = '別の区分' WHERE name = $1`, [SAFETY]);
    expect((await download(admin, FIRST)).sha256).toBe(first.sha256);
    expect((await download(admin, SECOND)).sha256).toBe(second.sha256);
    const [database] = await app.rows<{ name: string }>('SELECT current_database() AS name');
    const url = String(process.env.E2E_OWNER_URL).replace(TEMPLATE, String(database?.name));
    for (const [edition, file] of [
      [FIRST, first],
      [SECOND, second],
    ] as const) {
      const tool = ['scripts/bootstrap.mjs', '--no-install', 'tools/document-verify', file.path];
      const said = spawnSync(process.execPath, tool, { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url } });
      expect(said.stdout).toContain(editionNumberText(edition));
      expect(said.status).toBe(0);
    }
  });
});
