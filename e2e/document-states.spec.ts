import { expect } from '@playwright/test';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';

test('what the paper can’t show is said before it is submitted, before it is approved and beside the document', async ({
  app,
  openAs,
}) => {
  const drafter = await openAs('drafter');
  const approver = await openAs('approver');
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  const warning = '資料の書体にない文字があります：「𠮷」「✔」';
  await drafter.goto(`${path}/edit`);
  await drafter.getByLabel(/^予算額/).fill('3,900');
  await drafter.getByLabel(/^概要/).fill('𠮷野さんと辻\u{e0100}さんが確認✔する。');
  await drafter.getByRole('button', { name: '保存', exact: true }).click();
  await expect(drafter.getByText(/に保存しました$/)).toBeVisible();
  await drafter.goto(`${path}/confirm`);
  await expect(drafter.getByText(warning)).toBeVisible();
  found.push(...(await check(drafter, 'confirm unprintable')));
  await drafter.getByRole('button', { name: '提出', exact: true }).click();
  await expect(drafter.getByText('提出しました。')).toBeVisible();

  await approver.goto(path.replace('/entries/', '/approvals/'));
  await expect(approver.getByText(warning)).toBeVisible();
  found.push(...(await check(approver, 'decision unprintable')));

  await approver.goto('/years/2023/document');
  const lost = approver.getByRole('listitem').filter({ hasText: '「𠮷」「✔」' });
  await expect(lost.getByRole('link', { name: NAME })).toHaveAttribute('href', path);
  await expect(approver.getByText('〓野さんと辻\u{e0100}さんが確認〓する。')).toBeVisible();
  found.push(...(await check(approver, 'document unprintable')));
  expect(found).toEqual([]);
});

test('the document of an open year that has no entries says that it is a draft', async ({ app, openAs }) => {
  const viewer = await openAs('viewer');
  await app.rows(`UPDATE entry SET status = 'withdrawn' FROM fiscal_year
    WHERE fiscal_year.ward_id = entry.ward_id AND fiscal_year.id = fiscal_year_id AND year = 2023`);
  await viewer.goto('/years/2023/document');
  await expect(
    viewer.getByText('すべての事業が承認されるまで、各ページに「案・取扱注意」と印字されます。'),
  ).toBeVisible();
  await expect(viewer.getByText('事業がまだありません。')).toBeVisible();
  expect(await check(viewer, 'document without entries')).toEqual([]);
});
