import { expect, it } from 'vitest';
import { newReading, nextBatch, nextLeft, type Reading, type ReadingStep, read } from './reading';

const after = (...steps: ReadingStep[]): Reading => steps.reduce(read, newReading('a'));
const mark = (place: string, next: string): ReadingStep => ({ kind: 'mark', place, seen: `seen ${place}`, next });

it('shows a mark at once, goes on, and sends several together', () => {
  const state = after(mark('a', 'b'), mark('b', 'c'));
  expect(state).toMatchObject({ current: 'c', marked: { a: true, b: true }, undo: ['b', 'a'] });
  expect(nextBatch(state.queue).map(({ place }) => place)).toEqual(['a', 'b']);
});

it('takes the last one back, and what is behind it waits for that', () => {
  const state = after(mark('a', 'b'), mark('b', 'c'), { kind: 'takeBack' }, mark('b', 'c'));
  expect(state).toMatchObject({ current: 'c', marked: { a: true, b: true } });
  expect(nextBatch(state.queue).map(({ kind, place }) => `${kind} ${place}`)).toEqual(['mark a', 'mark b']);
  const sent = read(state, { kind: 'answered', count: 2, refused: [] });
  expect(nextBatch(sent.queue)).toEqual([{ kind: 'unmark', place: 'b' }]);
  expect(read(after(), { kind: 'takeBack' })).toEqual(newReading('a'));
});

it('gives back what was refused, and opens it', () => {
  const state = after(mark('a', 'b'), mark('b', 'c'), mark('c', 'd'), {
    kind: 'answered',
    count: 2,
    refused: [{ place: 'b', code: 'conflict' }],
  });
  expect(state).toMatchObject({
    current: 'b',
    marked: { a: true, c: true },
    undo: ['c', 'a'],
    failed: { place: 'b', count: 1, problem: 'conflict' },
  });
  expect(state.queue.map(({ place }) => place)).toEqual(['c']);
});

it('gives back all of a request that got no answer, and goes on with the next one', () => {
  const state = after(mark('a', 'b'), mark('b', 'c'), { kind: 'failed', count: 2, problem: 'unreachable' });
  expect(state).toMatchObject({ current: 'a', marked: {}, queue: [], failed: { count: 2, problem: 'unreachable' } });
  expect(read(state, mark('a', 'b')).failed).toBeNull();
});

it('forgets what the page has heard of, and keeps what is on its way', () => {
  const state = after(mark('a', 'b'), { kind: 'answered', count: 1, refused: [] }, mark('b', 'c'), { kind: 'loaded' });
  expect(state.marked).toEqual({ b: true });
});

it('sends no more than the server takes at once', () => {
  const state = after(...Array.from({ length: 70 }, (_, index) => mark(`p${index}`, 'x')));
  expect(nextBatch(state.queue)).toHaveLength(50);
});

it.each([
  ['b', [], 'c'],
  ['b', ['c'], 'd'],
  ['d', [], 'a'],
  ['d', ['a', 'b', 'c'], 'd'],
  ['gone', [], 'a'],
])('after %s, %j being done, comes %s', (current, done, next) => {
  expect(nextLeft(['a', 'b', 'c', 'd'], current, (key) => (done as string[]).includes(key))).toBe(next);
});
