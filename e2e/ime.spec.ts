import { expect } from '@playwright/test';
import { confirmText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { entryListText } from '@/lib/text/entry/entry-list';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { isListening } from './setup/listening';

/** More than the typing pauses before it is saved. */
const PAUSE_MS = 2100;
const NAME = '児童虐待未然防止・早期発見強化事業';

test('composing in 概要 loses and doubles nothing, and Enter is the IME\u2019s', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.clock.install();
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1;
  });
  const stored = () =>
    app.rows<{ summary: string; status: string }>("SELECT summary, status FROM entry WHERE summary LIKE '漢字%'");
  const field = page.getByLabel(/^概要/);
  await field.fill('');
  await field.focus();
  const address = page.url();
  const cdp = await page.context().newCDPSession(page);
  const compose = async (steps: string[], result: string) => {
    for (const text of steps) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    // Enter as Windows reports it while an IME has the keyboard.
    const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await cdp.send('Input.insertText', { text: result });
  };

  await compose(['ｋ', 'か', 'かn', 'かん', 'かんj', 'かんじ', '漢字'], '漢字');
  await compose(['ｗ', 'を', 'をk', 'をか', 'をかく', 'を書く'], 'を書く');
  await compose(['。'], '。');
  await expect(field).toHaveValue('漢字を書く。');
  expect(page.url()).toBe(address);

  // The copy on the device is written in the middle of a composition, and may not touch what is being composed.
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  const seen = [''];
  const isQuiet = async () => {
    seen.push(await kept());
    return seen.at(-1) === seen.at(-2);
  };
  await expect.poll(isQuiet, { intervals: [700] }).toBe(true);
  const before = await kept();
  await cdp.send('Input.imeSetComposition', { text: 'よさん', selectionStart: 3, selectionEnd: 3 });
  await expect.poll(kept).not.toBe(before);
  await expect(field).toHaveValue('漢字を書く。よさん');
  await compose(['予算'], '予算');
  await expect(field).toHaveValue('漢字を書く。予算');

  await test.step('nothing is saved before the composition ends, and then by itself', async () => {
    await cdp.send('Input.imeSetComposition', { text: 'あん', selectionStart: 2, selectionEnd: 2 });
    const before = sent;
    await page.clock.fastForward(PAUSE_MS);
    await expect(page.getByText(editorText.unsaved)).toBeVisible();
    expect(sent).toBe(before);
    await compose(['案'], '案');
    await page.clock.fastForward(PAUSE_MS);
    await expect(page.getByText(/に保存しました$/)).toBeVisible();
    await expect(field).toBeFocused();
    expect(await stored()).toEqual([{ summary: '漢字を書く。予算案', status: 'draft' }]);
  });

  await test.step('an answer rewrites nothing, and what was typed meanwhile goes with the next', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/edit', async (route) => {
      if (route.request().method() === 'POST') await released;
      await route.fallback();
    });
    await page.keyboard.insertText('一');
    await page.clock.fastForward(PAUSE_MS);
    await expect(page.getByText(editorText.saving)).toBeVisible();
    await page.keyboard.insertText('二三');
    release();
    await expect(page.getByText(editorText.unsaved)).toBeVisible();
    await expect(field).toHaveValue('漢字を書く。予算案一二三');
    expect(await stored()).toEqual([{ summary: '漢字を書く。予算案一', status: 'draft' }]);
    await page.clock.fastForward(PAUSE_MS);
    await expect(page.getByText(/に保存しました$/)).toBeVisible();
    expect(await stored()).toEqual([{ summary: '漢字を書く。予算案一二三', status: 'draft' }]);
  });

  await test.step('leaving the field saves it, and so does going on right after typing', async () => {
    await page.keyboard.insertText('四');
    await page.getByLabel(/^工夫点/).focus();
    await expect(page.getByText(/に保存しました$/)).toBeVisible();
    await page.keyboard.insertText('五');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: confirmText.title })).toBeVisible();
    expect(await stored()).toEqual([{ summary: '漢字を書く。予算案一二三四', status: 'draft' }]);
    const [{ innovation } = { innovation: '' }] = await app.rows<{ innovation: string }>(
      "SELECT innovation FROM entry WHERE summary LIKE '漢字%'",
    );
    expect(innovation).toContain('五');
  });

  await test.step('a list is filtered after a pause, and not while its word is being composed', async () => {
    await page.goto('/years/2023/entries');
    const word = page.getByLabel(entryListText.keyword);
    await isListening(page, 'search form');
    await word.focus();
    await cdp.send('Input.imeSetComposition', { text: 'しえん', selectionStart: 3, selectionEnd: 3 });
    await page.clock.fastForward(PAUSE_MS);
    await compose(['支援'], '支援');
    expect(page.url()).not.toContain('q=');
    await page.clock.fastForward(PAUSE_MS);
    await expect(page).toHaveURL(/q=%E6%94%AF%E6%8F%B4/);
    await expect(word).toHaveValue('支援');
    await expect(word).toBeFocused();
  });
  // A clock that was set stays with its context.
  await page.context().close();
});
