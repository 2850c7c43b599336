import { walkTokens } from 'marked';
import { expect, it, vi } from 'vitest';
import { idOf, KINDS } from '@/components/guide/guide-text';
import { readGuide, readGuideImage } from './guide';

it('is read again after it couldn’t be read', async () => {
  vi.spyOn(process, 'cwd').mockReturnValueOnce('/nowhere');
  await expect(readGuide()).rejects.toThrow();
  expect((await readGuide()).tokens).not.toEqual([]);
});

it('is shown whole: every kind of text, every picture, every link within it', async () => {
  const { tokens, sizes } = await readGuide();
  const all: { type: string; href?: string; text?: string }[] = [];
  walkTokens(tokens, (token) => void all.push(token));
  const plain = ['text', 'list_item', 'escape'];
  expect(all.map(({ type }) => type).filter((type) => !KINDS.includes(type) && !plain.includes(type))).toEqual([]);
  const headings = all.filter(({ type }) => type === 'heading').map(({ text }) => idOf(text ?? ''));
  expect(new Set(headings).size).toBe(headings.length);
  for (const { type, href = '' } of all) {
    if (type === 'image')
      expect(sizes.get(href.replace('images/', '')), href).toMatchObject({ width: expect.any(Number) });
    if (type === 'link') expect(headings).toContain(idOf(href.replace(/^#/, '')));
  }
});

it('has no other file under its pictures', async () => {
  expect((await readGuideImage('home.png'))?.subarray(1, 4).toString()).toBe('PNG');
  for (const name of ['../guide.ja.md', 'none.png', '', '..%2Fguide.ja.md'])
    expect(await readGuideImage(name)).toBeUndefined();
});
