import { afterEach, expect, it, vi } from 'vitest';
import { refreshIfAnswering } from './refresh';

afterEach(() => vi.unstubAllGlobals());

const answering = (answer: () => Promise<{ ok: boolean }>) => vi.stubGlobal('fetch', answer);

it('brings the page up to date only where the server and its database answer', async () => {
  const refresh = vi.fn();
  answering(async () => ({ ok: false }));
  await refreshIfAnswering(refresh);
  answering(() => Promise.reject(new TypeError('Failed to fetch')));
  await refreshIfAnswering(refresh);
  expect(refresh).not.toHaveBeenCalled();
  answering(async () => ({ ok: true }));
  await refreshIfAnswering(refresh);
  expect(refresh).toHaveBeenCalledOnce();
});

it('leaves a page alone in which somebody has typed while it was asked', async () => {
  const refresh = vi.fn();
  let isUnsaved = false;
  let answer = (_: { ok: boolean }) => {};
  answering(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const done = refreshIfAnswering(refresh, () => !isUnsaved);
  isUnsaved = true;
  answer({ ok: true });
  await done;
  expect(refresh).not.toHaveBeenCalled();
});
