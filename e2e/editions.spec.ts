import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { check } from './setup/accessibility';
import { test } from './setup/fixtures';

const PUBLISH = '/admin/years/2022/publish';
test.describe.configure({ mode: 'serial' });

async function taken(page: Page, press: () => Promise<void>): Promise<{ name: string; sha256: string }> {
  const downloading = page.waitForEvent('download');
  await press();
  const download = await downloading;
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), sha256: createHash('sha256').update(bytes).digest('hex') };
}

test('a year’s document is published, corrected for a reason, and both editions stay as they were', async ({
  app,
  openAs,
}) => {
  const admin = await openAs('admin');
  const viewer = await openAs('viewer');
  const found: string[] = [];

  await viewer.goto('/editions');
  await expect(viewer.getByText('公表した資料はまだありません。')).toBeVisible();
  await viewer.goto('/years/2022/document');
  await expect(viewer.getByRole('link', { name: '公表する' })).toHaveCount(0);

  await admin.goto('/years/2022/document');
  await admin.getByRole('link', { name: '公表する' }).click();
  await expect(admin.getByRole('heading', { name: '資料の公表（令和4年度）' })).toBeVisible();
  const picture = admin.getByAltText('1／2ページ');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  found.push(...(await check(admin, 'publish first')));
  await expect(admin.getByRole('heading', { name: '読み合わせが終わっていない箇所 107件' })).toBeVisible();
  await app.rows('UPDATE ward SET readers_needed = 0');
  await admin.reload();
  await admin.getByRole('button', { name: '第1版（初版）を公表する' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: '令和4年度 第1版（初版）' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(admin.getByAltText('1／2ページ')).toBeVisible();
  found.push(...(await check(admin, 'edition')));

  await viewer.goto('/years/2022/document');
  await expect(viewer.getByText(/^第1版（初版）（令和\d+年\d+月\d+日 \d\d:\d\d）$/)).toBeVisible();
  found.push(...(await check(viewer, 'document with an edition')));
  const first = await taken(viewer, () => viewer.getByRole('link', { name: 'PDFを書き出す' }).last().click());
  expect(first.name).toBe('271071_2022_d1_v1.pdf');

  // What a correction does between two editions, without the way through its screens.
  const close = (status: string) => app.rows(`UPDATE fiscal_year SET status = '${status}' WHERE year = 2022`);
  await close('open');
  await app.rows(`UPDATE entry SET innovation = '訂正した文。' FROM fiscal_year y
    WHERE y.id = fiscal_year_id AND y.year = 2022 AND entry.name LIKE '%不登校%'`);
  await admin.goto(PUBLISH);
  await expect(admin.getByText('この年度は編成中のため「案」になり', { exact: false })).toBeVisible();
  await close('closed');

  await admin.goto(`${PUBLISH}?document=annex`);
  const place = '【２ 重点的に取り組む事業】　○不登校児童生徒アウトリーチ型支援事業　【工夫点】';
  const changes = admin.getByRole('region', { name: '前の版からの変更箇所' });
  await expect(changes.getByText('変更箇所 1件（資料 1件、別紙（事業一覧） 0件）')).toBeVisible();
  await expect(changes.getByRole('row').filter({ hasText: place }).locator('ins')).toContainText('訂正した文');
  await admin.getByRole('button', { name: '第2版（訂正版）を公表する' }).click();
  await expect(admin.getByRole('alert').or(admin.getByText('訂正の理由を入力してください。')).first()).toBeVisible();
  await admin.getByText('箇所ごとに理由を書く').click();
  const ofPlace = admin.getByLabel(`理由：資料　${place}`);
  await ofPlace.fill('転記の誤り。');
  found.push(...(await check(admin, 'publish without reason')));
  await admin.getByLabel('訂正の理由').fill('工夫点の文に誤りがあったため。');
  await admin.getByRole('button', { name: '第2版（訂正版）を公表する' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: '令和4年度 第2版（訂正版）' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(admin.getByText('工夫点の文に誤りがあったため。').first()).toBeVisible();
  await admin.getByRole('link', { name: '正誤表', exact: true }).click();
  await expect(admin.getByRole('row').filter({ hasText: place })).toContainText('転記の誤り。');
  await admin.getByRole('link', { name: '前の版と比較' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: '版の比較（令和4年度）' })).toBeVisible();
  await expect(admin.getByRole('row').filter({ hasText: place }).locator('ins')).toContainText('訂正した文');
  found.push(...(await check(admin, 'compared editions')));
  await admin.getByLabel('変更前の版').focus();
  await admin.keyboard.press('ArrowUp');
  await admin.keyboard.press('Tab');
  await admin.keyboard.press('Tab');
  await admin.keyboard.press('Enter');
  await expect(admin).toHaveURL(/from=2022-2&to=2022-2$/);
  await expect(admin.getByText('変更箇所はありません。')).toBeVisible();

  await viewer.goto('/editions');
  const row = viewer.getByRole('row').filter({ hasText: '令和4年度 第1版（初版）のファイル' });
  await row.locator('summary').click();
  await expect(viewer.getByText(first.sha256)).toBeVisible();
  found.push(...(await check(viewer, 'editions')));
  const again = await taken(viewer, () => row.getByRole('link', { name: 'PDF', exact: true }).first().click());
  expect(again).toEqual(first);
  expect(found).toEqual([]);
});
