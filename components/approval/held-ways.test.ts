import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { holdingWays, wantedWay, watchTurns } from './held-ways';

const HERE = { state: { tree: 'second entry' }, href: '/second' };
const history = { state: HERE.state, back: vi.fn(), pushState: vi.fn() };
const page = Object.assign(new EventTarget(), { history, location: { href: HERE.href } });
const [refresh, draw] = [vi.fn(), vi.fn()];

beforeAll(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', page);
  watchTurns(refresh);
  page.addEventListener('popstate', draw);
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** @returns what was done: whether Next drew it, and whether it was brought up to date. */
async function turn(state: object | null, health: () => Promise<{ ok: boolean }> = async () => ({ ok: true })) {
  vi.stubGlobal('fetch', health);
  for (const done of [refresh, draw]) done.mockClear();
  page.dispatchEvent(Object.assign(new Event('popstate'), { state }));
  await vi.runAllTimersAsync();
  return { isDrawn: draw.mock.calls.length > 0, isRefreshed: refresh.mock.calls.length > 0 };
}

it('brings what 戻る shows up to date where it can be loaded, and nothing for a place of the page', async () => {
  expect(await turn({ tree: 'first entry' })).toEqual({ isDrawn: true, isRefreshed: true });
  const isKept = { isDrawn: true, isRefreshed: false };
  expect(await turn({ tree: 'first entry' }, async () => ({ ok: false }))).toEqual(isKept);
  expect(await turn({ tree: 'first entry' }, () => Promise.reject(new TypeError()))).toEqual(isKept);
  expect(await turn(null)).toEqual(isKept);
});

it.each([true, false])('holds 戻る until a decision is answered (%s), and no place of the page', async (ok) => {
  for (const done of [history.back, history.pushState]) done.mockClear();
  let answer = (_: { ok: boolean }) => {};
  const answered = holdingWays(
    () =>
      new Promise<{ ok: boolean }>((resolve) => {
        answer = resolve;
      }),
  );
  expect((await turn(null)).isDrawn).toBe(true);
  expect(history.pushState).not.toHaveBeenCalled();
  expect(await turn({ tree: 'first entry' })).toEqual({ isDrawn: false, isRefreshed: false });
  expect(history.pushState.mock.calls).toEqual([[HERE.state, '', HERE.href]]);
  answer({ ok });
  await answered;
  wantedWay()?.go(null);
  expect(history.back).toHaveBeenCalledTimes(ok ? 1 : 0);
});
