// Draws docs/images/*.png from the running program: npm run guide:screenshots
// It does one entry's whole way as the demonstration accounts, so it needs a database with a draft of the first drafter's.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { DemoAccount } from '../../prisma/seed';
import { dataFolder, root } from '../launcher/folders';
import { findBrowser, launchOptions } from './browser';

const images = path.join(root, 'docs', 'images');
const address = process.env.GUIDE_URL || 'http://localhost:3000';
const accountsFile = path.join(dataFolder, 'demo-accounts.json');
const YEAR = '/years/2023';
const REASON = '工夫点に、学校との連携の方法を書き足してください。';
const MORE = '学校、地域の支援者との連絡会を学期ごとに開き、支援の状況を共有する。';

/** 256 colours are enough for a screen; the packer comes with Next where its platform has one. */
async function shrink(picture: Buffer): Promise<Buffer> {
  const sharp = await import('sharp').then(
    (module) => module.default,
    () => undefined,
  );
  return sharp ? sharp(picture).png({ palette: true, colours: 256, effort: 10 }).toBuffer() : picture;
}

async function draw(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Until its program runs, a form is pale.
  await page.waitForFunction(() => document.querySelector('form > fieldset:disabled') === null);
  // The development server's own button is no part of the program.
  const style = 'nextjs-portal { display: none }';
  const picture = await shrink(await page.screenshot({ animations: 'disabled', caret: 'hide', style }));
  await writeFile(path.join(images, `${name}.png`), picture);
  console.log(`${name}.png  ${Math.ceil(picture.length / 1024)} KB`);
}

async function drawPage(page: Page, name: string, url: string): Promise<void> {
  const answer = await page.goto(url);
  if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status()}`);
  await draw(page, name);
}

async function signIn(browser: Browser, { loginId, password }: DemoAccount): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('ID', { exact: true }).fill(loginId);
  await page.getByLabel('パスワード', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function submit(page: Page, entry: string): Promise<void> {
  await page.goto(`${entry}/confirm`);
  await press(page, '提出');
  await page.getByText('提出しました。').first().waitFor();
}

/** @returns the entry's path; it is in review then */
async function draft(page: Page): Promise<string> {
  await drawPage(page, 'home', YEAR);
  const tasks = page.getByRole('region', { name: 'あなたの作業' });
  const href = await tasks.getByRole('link', { name: '先頭の事業を開く' }).getAttribute('href');
  const entry = (href ?? '').replace(/\/(edit|confirm)$/, '');
  await page.goto(`${entry}/edit`);
  const amount = page.getByRole('textbox', { name: /^予算額/ });
  await amount.fill('４，１２０');
  await amount.blur();
  await press(page, '保存');
  await page.getByText('に保存しました').first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await draw(page, 'editor');
  await drawPage(page, 'confirm', `${entry}/confirm`);
  await submit(page, entry);
  await drawPage(page, 'entries', `${YEAR}/entries`);
  for (const box of (await page.locator('tbody').getByRole('checkbox').all()).slice(0, 2)) await box.check();
  await page.getByRole('region', { name: '一括操作' }).waitFor();
  await draw(page, 'marked');
  await drawPage(page, 'sheet', `${YEAR}/sheet`);
  return entry;
}

const reviewOf = (entry: string) => entry.replace('/entries/', '/approvals/');

async function sendBack(page: Page, entry: string): Promise<void> {
  await drawPage(page, 'approvals', `${YEAR}/approvals`);
  await page.goto(reviewOf(entry));
  await press(page, '差し戻す');
  const reason = page.getByRole('textbox', { name: /^差戻しの理由/ });
  await reason.fill(REASON);
  await reason.scrollIntoViewIfNeeded();
  await draw(page, 'review');
  await press(page, 'この事業を差し戻す');
  await page.getByText('差し戻しました。').first().waitFor();
}

async function correct(page: Page, entry: string): Promise<void> {
  await drawPage(page, 'returned', entry);
  await page.goto(`${entry}/edit`);
  const innovation = page.getByRole('textbox', { name: /^工夫点/ });
  await innovation.fill(`${await innovation.inputValue()}${MORE}`);
  await press(page, '保存');
  await page.getByText('に保存しました').first().waitFor();
  await submit(page, entry);
}

async function approve(page: Page, entry: string): Promise<void> {
  await drawPage(page, 'review-again', reviewOf(entry));
  await press(page, '承認');
  await page.getByText('承認しました。').first().waitFor();
}

/** The closed year, as a ward does that asks for no readers. */
async function publish(page: Page): Promise<void> {
  await page.getByLabel('0人（しない）').check();
  await page
    .locator('section')
    .filter({ hasText: '読み合わせに必要な人数' })
    .last()
    .getByRole('button', { name: '保存' })
    .click();
  await page.getByText('読み合わせに必要な人数を0人にしました。').waitFor();
  await page.goto('/admin/years/2022/publish');
  for (const point of await page.locator('input[type="checkbox"]').all()) await point.check();
  await page.getByRole('button', { name: /を公表する$/ }).click();
  await page.waitForURL(/\/editions\//, { timeout: 60_000 });
}

async function administer(page: Page): Promise<void> {
  await drawPage(page, 'document', `${YEAR}/document`);
  await drawPage(page, 'read-through', `${YEAR}/read-through`);
  await drawPage(page, 'publish', '/admin/years/2022/publish');
  await drawPage(page, 'years', '/admin/years');
  await publish(page);
  await drawPage(page, 'editions', '/editions');
  await drawPage(page, 'users', '/admin/users');
  await drawPage(page, 'order', `${YEAR}/order`);
  await drawPage(page, 'departments', '/admin/departments');
  await drawPage(page, 'year-settings', '/admin/years/2023');
  await drawPage(page, 'audit', '/admin/audit');
}

if (!existsSync(accountsFile)) throw new Error(`${accountsFile}: not found; npm start writes it`);
mkdirSync(images, { recursive: true });
const accounts: DemoAccount[] = JSON.parse(readFileSync(accountsFile, 'utf8'));
const browser = await chromium.launch(launchOptions(await findBrowser()));
try {
  // The first account of each role belongs to the same ward, those of drafter and approver to the same 課.
  const open = (role: DemoAccount['role']) => {
    const account = accounts.find((one) => one.role === role);
    if (!account) throw new Error(`no account of the role ${role}`);
    return signIn(browser, account);
  };
  const drafter = await open('drafter');
  const approver = await open('approver');
  const entry = await draft(drafter);
  await sendBack(approver, entry);
  await correct(drafter, entry);
  await approve(approver, entry);
  await drawPage(drafter, 'history', `${entry}/history`);
  await administer(await open('admin'));
} finally {
  await browser.close();
}
