import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { errorFacts, throttled } from './log';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function collect() {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: throttled((level, line) => lines.push({ level, ...line })) };
}

const broken = (requestId: string, ms = 3) =>
  ({ level: 'error', message: 'failed', requestId, facts: { path: `/${requestId}`, status: 500, ms } }) as const;

it('makes one line a second, with its count, of a storm of equal lines', () => {
  const { lines, log } = collect();
  for (let n = 0; n < 1000; n += 1) log({ ...broken(`r${n}`, n), error: new Error('connect ECONNREFUSED') });
  expect(lines).toMatchObject([{ msg: 'failed', requestId: 'r0', path: '/r0', ms: 0 }]);
  vi.advanceTimersByTime(1000);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({ level: 'error', msg: 'failed', status: 500, count: 999 });
  expect(lines[1]).not.toHaveProperty('path');
  expect(lines[1]?.requestIds).toEqual(Array.from({ length: 50 }, (_, n) => `r${n + 1}`));
  log({ ...broken('next'), error: new Error('connect ECONNREFUSED') });
  vi.advanceTimersByTime(10_000);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatchObject({ count: 1, requestIds: ['next'] });
});

it('keeps lines apart that differ in more than their time and place', () => {
  const { lines, log } = collect();
  log(broken('a'));
  log({ ...broken('b'), facts: { status: 503 } });
  log({ ...broken('c'), error: new Error('one') });
  log({ ...broken('d'), error: new Error('other') });
  log({ ...broken('e'), facts: { status: 500, actorId: 'somebody' } });
  vi.advanceTimersByTime(1000);
  expect(lines.map(({ requestId }) => requestId)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it.each([
  ['invalid input syntax for type uuid: "港区の秘密"', 'invalid input syntax for type uuid: …'],
  [`Unexpected token 'あ', "あいう" is not valid JSON`, 'Unexpected token …, … is not valid JSON'],
  ['「港区」が見つかりません', '…が見つかりません'],
  ['「港区の秘密が見つかりません', '…'],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
])('leaves out of an error what may be entered text: %s', (message, said) => {
  const error = Object.assign(new Error(message), {
    code: '23505',
    constraint: 'account_login_id',
    detail: '(港区の秘密)',
  });
  const facts = errorFacts(error);
  expect(facts).toMatchObject({ name: 'Error', message: said, code: '23505', constraint: 'account_login_id' });
  expect(JSON.stringify(facts)).not.toMatch(/秘密|あいう/);
});

it('takes no time for a long message of nothing but quotes', () => {
  const started = process.cpuUsage();
  for (const quote of ['「', '"', "'", '`']) errorFacts(new Error(quote.repeat(100_001)));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
});
