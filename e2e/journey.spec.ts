import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { entryFieldText, entryText, markText, textsText } from '@/lib/text/entry/entry';
import { forbiddenText } from '@/lib/text/ui';
import { yearSettingsText } from '@/lib/text/year/year-settings';
import { readPdf } from '@/scripts/test/read-pdf';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { isListening } from './setup/listening';
import { lookAtFindings } from './setup/look-at-findings';

const NAME = '不登校児童生徒アウトリーチ型支援事業';
const SUMMARY = '学校に通いにくい児童と生徒を、早い時期から支援する。費用の#と$はそのまま印字する。';
const CORRECTED = '学校に通いにくい児童と生徒を、家庭と学校の両方で早い時期から支援する。';
const REASON = '支援する場所が分かりません。概要に書き足してください。';
/** What may be said of an entry, and where nothing of it is printed but the mark. */
const EXTRAS = [
  [entryFieldText.budgetName, '不登校児童生徒支援事業費'],
  [entryFieldText.rank, '２'],
  [entryFieldText.opinionsAndPledges, '区政会議の「相談先が分からない」という意見'],
] as const;
const AMOUNTS = {
  drafter: [['児童虐待未然防止・早期発見強化事業', '５，００１']],
  drafter2: [
    ['（仮称）区画整理記念・交流会館整備事業', '2,000,000'],
    ['港区エリア別活性化プラン等の推進', '6,100'],
    ['産業振興・次世代人材育成支援事業', '1,700'],
  ],
} as const;

async function openEntry(page: Page, name: string): Promise<string> {
  await page.goto('/years/2023/entries');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function type(page: Page, label: RegExp, text: string) {
  await page.getByLabel(label).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function enterAmount(page: Page, path: string, amount: string) {
  await page.goto(`${path}/edit`);
  await type(page, /^予算額/, amount);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(/に保存しました/)).toBeVisible();
}

async function submit(page: Page) {
  await page.getByRole('button', { name: '提出内容を確認' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '提出内容の確認' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('3,898');
  const button = page.getByRole('button', { name: '提出', exact: true });
  await expect(button).toBeInViewport({ ratio: 1 });
  await lookAtFindings(page);
  await button.click();
  await expect(page.getByText('提出しました。')).toBeVisible();
}

async function openApproval(page: Page) {
  await page.goto('/years/2023/approvals');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
}

test('an entry goes from its drafter through the approver into the printed document', async ({ app, openAs }) => {
  const drafter = await openAs('drafter');
  const path = await openEntry(drafter, NAME);

  await test.step('the drafter writes and submits', async () => {
    await drafter.getByRole('link', { name: '編集', exact: true }).click();
    await type(drafter, /^概要/, SUMMARY);
    await type(drafter, /^予算額/, '３，８９８');
    await drafter.getByLabel(new RegExp(`^${entryFieldText.mark}`)).selectOption(markText.new);
    for (const [label, text] of EXTRAS) await drafter.getByLabel(new RegExp(`^${label}`)).fill(text);
    await drafter.getByLabel(/^概要/).focus();
    await expect(drafter.getByLabel(/^予算額/)).toHaveValue('3,898');
    await submit(drafter);
  });

  const approver = await openAs('approver');
  await test.step('the approver returns it with a reason', async () => {
    await openApproval(approver);
    for (const text of [SUMMARY, markText.new, '不登校児童生徒支援事業費', '区政会議']) {
      await expect(approver.getByRole('main')).toContainText(text);
    }
    await approver.getByRole('button', { name: '差し戻す', exact: true }).click();
    await approver.getByLabel('差戻しの理由').fill(REASON);
    await approver.getByRole('button', { name: 'この事業を差し戻す' }).click();
    await expect(approver.getByText('差し戻しました。修正後に再提出されます。')).toBeVisible();
  });

  await test.step('the drafter sees the reason on top, corrects and submits', async () => {
    await drafter.goto(path);
    const reason = await drafter.getByText(REASON).boundingBox();
    const summary = await drafter.getByText(SUMMARY).boundingBox();
    expect(reason?.y).toBeLessThan(summary?.y ?? 0);
    await expect(drafter.getByText(REASON)).toBeInViewport();
    await drafter.getByRole('link', { name: '編集', exact: true }).click();
    await expect(drafter.getByText(REASON)).toBeInViewport();
    await type(drafter, /^概要/, CORRECTED);
    await submit(drafter);
  });

  await test.step('the approver approves', async () => {
    await openApproval(approver);
    await expect(approver.getByRole('main').locator('ins')).toContainText('家庭と学校の両方で');
    await isListening(approver, `[aria-keyshortcuts="${textsText.key}"]`);
    await approver.keyboard.press('Alt+z');
    await expect(approver.getByText('令和4年度（承認された文）').first()).toBeVisible();
    await approver.getByRole('button', { name: '承認', exact: true }).click();
    await expect(approver.getByText('承認しました。')).toBeVisible();
  });

  await test.step('the other figures of the year are entered', async () => {
    for (const [name, amount] of AMOUNTS.drafter) await enterAmount(drafter, await pathOf(app, name), amount);
    const drafter2 = await openAs('drafter2');
    for (const [name, amount] of AMOUNTS.drafter2) await enterAmount(drafter2, await pathOf(app, name), amount);
  });

  await test.step('the viewer reads everything and changes nothing', async () => {
    const viewer = await openAs('viewer');
    const before = await app.rows('SELECT * FROM entry ORDER BY ward_id, id');
    await openEntry(viewer, NAME);
    await expect(viewer.getByRole('main')).toContainText(CORRECTED);
    await expect(viewer.getByText(entryText.noAction)).toBeVisible();
    await expect(viewer.locator('.act-bar').getByRole('button')).toHaveCount(0);
    await expect(viewer.getByRole('link', { name: '編集', exact: true })).toHaveCount(0);
    await viewer.goto(`${path}/history`);
    for (const text of [REASON, entryFieldText.rank, markText[''], '不登校児童生徒支援事業費', '区政会議']) {
      await expect(viewer.getByRole('main')).toContainText(text);
    }
    await viewer.goto(`${path}/edit`);
    await expect(viewer.getByRole('heading', { level: 1, name: forbiddenText.title })).toBeVisible();
    for (const role of ['table', 'textbox', 'button'] as const) {
      await expect(viewer.getByRole('main').getByRole(role)).toHaveCount(0);
    }
    await viewer.goto('/years/2023/document');
    await expect(viewer.getByRole('main')).toContainText(CORRECTED);
    expect(await app.rows('SELECT * FROM entry ORDER BY ward_id, id')).toEqual(before);
  });

  await test.step('the admin enters what stands in the annex and downloads the document', async () => {
    const admin = await openAs('admin');
    await admin.goto('/admin/years/2023');
    for (const [category, amount] of [
      ['区長自由経費', '３００，０００'],
      ['区ＣＭ自由経費', '570,001'],
    ] as const) {
      const section = admin.getByRole('region', { name: category, exact: true });
      await section.getByLabel(yearSettingsText.annexLabel).fill(amount);
    }
    await admin.getByRole('button', { name: '保存', exact: true }).click();
    await expect(admin.getByText('保存しました。')).toBeVisible();
    await admin.goto('/years/2023/document');
    const downloading = admin.waitForEvent('download');
    await admin.getByRole('link', { name: 'PDFを書き出す' }).click();
    const pdf = await readPdf(await readFile(await (await downloading).path()));
    await expect(admin.getByText('読み込んでいます', { exact: true })).toHaveCount(0);
    const printed = pdf.pages.join('').replace(/\s/g, '');
    expect(pdf.language).toMatch(/^ja/);
    for (const text of [
      '令和５年度',
      '平成30年度令和元年度令和２年度令和３年度令和４年度令和５年度（案）',
      '資料Ｄ‐１',
      // 3,898 + 5,001 + 2,000,000 + 6,100 + 1,700 + 300,000, and 570,001 beside it.
      'うち区長自由経費343,206352,487549,859913,0732,497,1772,316,699',
      'うち区ＣＭ自由経費615,889608,901607,686591,742567,599570,001',
      '港区役所予算959,095961,3881,157,5451,504,8153,064,7762,886,700',
      `○≪新規≫${NAME}〈令和５年度予算額：3,898千円、令和４年度予算額：3,898千円〉`,
      `【概要】${CORRECTED}`,
      '令和５年度予算額：2,000,000千円、令和４年度予算額：2,178,837千円',
    ]) {
      expect(printed).toContain(text);
    }
    expect(printed).not.toContain(SUMMARY);
    expect(printed).not.toContain('区政会議');
    expect(pdf.artifacts.join('').replace(/\s/g, '')).toContain('案・取扱注意');
  });
});
