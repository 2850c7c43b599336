import { expect } from '@playwright/test';
import { editorText } from '@/lib/text/entry/entry-editor';
import { test } from './setup/fixtures';

const NAME = '児童虐待未然防止・早期発見強化事業';

test('composing in 概要 loses and doubles nothing, and Enter is the IME\u2019s', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.goto('/years/2023/entries');
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await page.getByRole('link', { name: '編集', exact: true }).click();
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

  await page.getByRole('button', { name: editorText.save, exact: true }).click();
  await expect(page.getByText(/に保存しました/)).toBeVisible();
  const [row] = await app.rows<{ summary: string; status: string }>(
    "SELECT summary, status FROM entry WHERE summary LIKE '漢字%'",
  );
  expect(row).toEqual({ summary: '漢字を書く。予算', status: 'draft' });
});
