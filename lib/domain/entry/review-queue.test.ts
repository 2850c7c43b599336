import { expect, it } from 'vitest';
import { type QueuedEntry, queueFilterOf, reviewQueue } from './review-queue';

const HEALTH = '00000000-0000-4000-8000-00000000000a';
const TOWN = '00000000-0000-4000-8000-00000000000b';

const entry = (id: string, more: Partial<QueuedEntry> = {}): QueuedEntry => ({
  id,
  name: id,
  departmentId: HEALTH,
  departmentName: '保健福祉課',
  status: 'in_review',
  amount: 100,
  lastYearAmount: 90,
  submittedAt: new Date('2026-11-26T00:00:00Z'),
  isWaiting: true,
  ...more,
});
const ofTown = { departmentId: TOWN, departmentName: 'まちづくり課' };
const ENTRIES = [
  entry('a', { amount: 5, submittedAt: new Date('2026-11-26T03:00:00Z') }),
  entry('b', { ...ofTown, amount: null, submittedAt: new Date('2026-11-26T01:00:00Z') }),
  entry('c', { amount: 70, submittedAt: new Date('2026-11-26T02:00:00Z') }),
  entry('d', { ...ofTown, amount: 60 }),
];
const ALL = queueFilterOf({});
const ids = (entries: readonly QueuedEntry[]) => entries.map(({ id }) => id).join('');

it.each([
  [{}, { department: null, order: 'printed' }],
  [
    { department: HEALTH, order: 'amount' },
    { department: HEALTH, order: 'amount' },
  ],
  [
    { department: 'x', order: ['amount'] },
    { department: null, order: 'printed' },
  ],
  [
    { department: '', order: 'size' },
    { department: null, order: 'printed' },
  ],
])('reads %o, and what can’t be read as not there', (query, filter) => {
  expect(queueFilterOf(query)).toEqual(filter);
});

it.each([
  ['printed', 'abcd'],
  ['amount', 'cdab'],
  ['submitted', 'dbca'],
] as const)('in the order %s', (order, shown) => {
  expect(ids(reviewQueue(ENTRIES, { ...ALL, order }, 'a').shown)).toBe(shown);
});

it('says where the one is that is looked at, what follows it, and goes on with what was left out before', () => {
  const at = (id: string, filter = ALL) => {
    const { position, count, next } = reviewQueue(ENTRIES, filter, id);
    return [position, count, next?.id];
  };
  expect(at('a')).toEqual([1, 4, 'b']);
  expect(at('d')).toEqual([4, 4, 'a']);
  expect(at('a', { ...ALL, department: HEALTH })).toEqual([1, 2, 'c']);
  expect(at('c', { ...ALL, department: HEALTH })).toEqual([2, 2, 'a']);
  expect(at('b', { ...ALL, department: HEALTH })).toEqual([null, 2, 'c']);
  expect(reviewQueue([entry('a')], ALL, 'a').next).toBeNull();
});

it('keeps the place of what was decided, which is no part of the count', () => {
  const decided = ENTRIES.map((of) => (of.id === 'c' ? { ...of, status: 'approved' as const, isWaiting: false } : of));
  const queue = reviewQueue(decided, ALL, 'c');
  expect(ids(queue.shown)).toBe('abcd');
  expect(queue).toMatchObject({ position: null, count: 3, sum: 65, isComplete: false, all: 3 });
  expect(queue.next?.id).toBe('d');
});

it('offers the 課 of all that waits, whatever the filter', () => {
  const unknown = '00000000-0000-4000-8000-00000000000c';
  const queue = reviewQueue(ENTRIES, { ...ALL, department: unknown }, 'a');
  expect(queue).toMatchObject({ shown: [], count: 0, all: 4, position: null, next: null });
  expect(queue.departments.map(({ name }) => name)).toEqual(['保健福祉課', 'まちづくり課']);
});

it('still offers the 課 that is asked for when its last one has just been decided', () => {
  const entries = [entry('a', { status: 'approved', isWaiting: false }), entry('b', ofTown)];
  const offered = (filter = ALL) => reviewQueue(entries, filter, 'a').departments.map(({ id }) => id);
  expect(offered({ ...ALL, department: HEALTH })).toEqual([HEALTH, TOWN]);
  expect(offered()).toEqual([TOWN]);
});
