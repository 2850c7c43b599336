import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { documentFileText, formatText } from '@/lib/text/document/document-files';
import { documentPageText } from '@/lib/text/document/document-page';
import { downloadText } from '@/lib/text/document/download';
import { check } from './setup/accessibility';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { lookAtFindings } from './setup/look-at-findings';

const NAME = '不登校児童生徒アウトリーチ型支援事業';

test('what the paper can’t show is said before it is submitted, before it is approved and beside the document', async ({
  app,
  openAs,
}) => {
  const drafter = await openAs('drafter');
  const approver = await openAs('approver');
  const found: string[] = [];
  const path = await pathOf(app, NAME);
  const warnings = ['𠮷', '✔'].map((character) => `「${character}」は資料の書体にないため`);
  await app.rows('UPDATE entry SET amount = 3900, summary = $2 WHERE id = $1', [
    path.split('/').at(-1),
    '𠮷野さんと辻\u{e0100}さんが確認✔する。',
  ]);
  await drafter.goto(`${path}/confirm`);
  for (const warning of warnings) await expect(drafter.getByText(warning)).toHaveCount(1);
  found.push(...(await check(drafter, 'confirm unprintable')));
  await lookAtFindings(drafter);
  await drafter.getByRole('button', { name: '提出', exact: true }).click();
  await expect(drafter.getByText('提出しました。')).toBeVisible();

  await approver.goto(path.replace('/entries/', '/approvals/'));
  for (const warning of warnings) await expect(approver.getByText(warning)).toHaveCount(1);
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
  await expect(viewer.getByText('すべての事業が承認されるまで、「案」としてだけ公表できます。')).toBeVisible();
  await expect(viewer.getByText('事業がまだありません。')).toBeVisible();
  expect(await check(viewer, 'document without entries')).toEqual([]);
});

test('a document comes in every format, one by one or all in one file, without a mouse', async ({ app, openAs }) => {
  const viewer = await openAs('viewer');
  const found: string[] = [];
  const taken = async () =>
    (
      await app.rows<{ after: { format: string; isDraft: boolean } }>(
        `SELECT after FROM audit_event WHERE subject = 'document' ORDER BY sequence`,
      )
    ).map(({ after }) => after);

  await viewer.goto('/years/2023/document');
  await viewer.locator('summary').filter({ hasText: documentPageText.otherFormats }).focus();
  await viewer.keyboard.press('Enter');
  const word = viewer.getByRole('link', { name: documentPageText.export(formatText('docx')) });
  await expect(word).toBeVisible();
  found.push(...(await check(viewer, 'document formats')));
  await viewer.keyboard.press('Tab');
  await expect(word).toBeFocused();
  const one = viewer.waitForEvent('download');
  await viewer.keyboard.press('Enter');
  expect((await one).suggestedFilename()).toBe('271071_2023_d1_draft.docx');
  await viewer.keyboard.press('Escape');

  const all = viewer.getByRole('link', { name: downloadText.all });
  // The last one waits, so that what is said meanwhile can be read.
  let goOn = () => {};
  await viewer.route('**/document/zip', async (route) => {
    if (route.request().method() === 'HEAD')
      await new Promise<void>((done) => {
        goOn = done;
      });
    await route.continue();
  });
  await all.focus();
  const whole = viewer.waitForEvent('download');
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByText(downloadText.making(10, 11))).toBeVisible();
  found.push(...(await check(viewer, 'document being made')));
  goOn();
  const download = await whole;
  await expect(viewer.getByText(downloadText.done)).toBeVisible();
  expect(download.suggestedFilename()).toBe('271071_2023_d1_draft.zip');
  expect(await taken()).toEqual([
    expect.objectContaining({ format: 'docx', isDraft: true }),
    expect.objectContaining({ format: 'zip', isDraft: true }),
  ]);

  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toHaveLength(10);
  const read = (extension: string) => strFromU8(files[`271071_2023_d1_draft.${extension}`] ?? new Uint8Array());
  expect(read('txt')).toContain(documentFileText.draftOf(new Date()).slice(0, 8));
  await viewer.setContent(read('html'));
  await expect(viewer.getByRole('heading', { level: 1 })).toHaveText(/^令和５年度/);
  found.push(...(await check(viewer, 'document as a page')));

  await viewer.goto('/years/2023/annex');
  await viewer.route('**/annex/docx', (route) => route.abort());
  await all.click();
  await expect(viewer.getByText(downloadText.failed)).toBeVisible();
  found.push(...(await check(viewer, 'annex not made')));
  expect(found).toEqual([]);
});
