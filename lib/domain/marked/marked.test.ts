import { describe, expect, it } from 'vitest';
import { WORKFLOW_ACTIONS } from '@/lib/domain/entry/entry-workflow';
import type { EntryFinding } from '@/lib/domain/findings/check';
import { afterAct, isReady, isSpent, isStep, offered, placed, submissionOf, sumsOf } from './marked';
import { afterOwnWork, isOwnWork, lookedAt, MARKED_ACTS, type MarkedAct, type MarkedEntry, markOf } from './marking';

const entry = (
  id: string,
  acts: MarkedAct[],
  amount: number | null = 10,
  categoryName = '区長自由経費',
): MarkedEntry => ({
  id,
  name: `事業${id}`,
  amount,
  version: 1,
  categoryName,
  acts,
});

it('can do every step of the workflow with several', () => {
  expect(MARKED_ACTS.filter(isStep).sort()).toEqual([...WORKFLOW_ACTIONS].sort());
});

it('has no mark for a row that was read at another moment', () => {
  const marks = new Map([['1', { steps: 2, mark: [1, 0, 0] }]]) as Parameters<typeof markOf>[0];
  expect(markOf(marks, { id: '1', steps: 2 })).toEqual([1, 0, 0]);
  for (const row of [
    { id: '1', steps: 1 },
    { id: '1', steps: 3 },
    { id: '2', steps: 2 },
  ])
    expect(markOf(marks, row)).toBeUndefined();
  expect(markOf(undefined, { id: '1', steps: 2 })).toBeUndefined();
});

it('offers each act with those that it takes, and none that takes none', () => {
  const marked = [entry('1', ['submit', 'withdraw']), entry('2', ['approve', 'return']), entry('3', ['submit'])];
  expect(offered(marked).map(({ act, entries }) => [act, entries.map(({ id }) => id).join()])).toEqual([
    ['submit', '1,3'],
    ['approve', '2'],
    ['return', '2'],
    ['withdraw', '1'],
  ]);
  expect(offered([])).toEqual([]);
});

it('keeps what takes an entry away in the menu, and no more buttons than there is room for', () => {
  const acts = offered([entry('1', ['move', 'return', 'takeBack', 'prioritize']), entry('2', ['withdraw', 'reopen'])]);
  const names = ({ buttons, menu }: ReturnType<typeof placed>) =>
    [buttons, menu].map((of) => of.map(({ act }) => act).join());
  expect(names(placed(acts))).toEqual(['move,return,takeBack', 'prioritize,withdraw,reopen']);
  expect(names(placed(acts.slice(-2)))).toEqual(['', 'withdraw,reopen']);
});

it('tells an entry that has another content, state or decision from the one that was looked at', () => {
  const looked = entry('1', ['takeBack']);
  expect(lookedAt({ ...looked, name: '改称' })).toBe(lookedAt(looked));
  for (const change of [{ version: 2 }, { acts: ['approve'] as const }, { takes: 'return' as const }]) {
    expect(lookedAt({ ...looked, ...change })).not.toBe(lookedAt(looked));
  }
});

it('takes no own act for a change by somebody else', () => {
  const done = afterAct('prioritize', entry('1', ['prioritize']), 2);
  const now = { ...entry('1', ['unprioritize']), version: 2 };
  expect(isOwnWork(done, now)).toBe(true);
  expect(isOwnWork(done, { ...now, version: 3 })).toBe(false);
  expect(isOwnWork(afterAct('approve', done, 2), { ...now, takes: 'return' })).toBe(false);
  expect(isOwnWork(undefined, now)).toBe(false);
});

it('goes on from what an own act has left while the list is still as before, and from the list once it is newer', () => {
  const done = afterAct('move', entry('1', ['move']), 2);
  expect(afterOwnWork(done, entry('1', ['move']))).toMatchObject({ version: 2, acts: ['move'] });
  expect(afterOwnWork(done, { ...entry('1', ['move']), version: 3 }).version).toBe(3);
  expect(afterOwnWork(undefined, entry('1', [])).version).toBe(1);
});

it('takes back the decision that was just taken, and no other', () => {
  expect(afterAct('return', entry('1', ['return']), 1)).toMatchObject({ version: 1, takes: 'return' });
  expect(afterAct('prioritize', entry('1', ['prioritize']), 2)).toMatchObject({ version: 2, takes: undefined });
});

it('keeps a reason until nothing is left to send with it', () => {
  const done = [entry('1', [])];
  expect(isSpent({ done, failed: [] }, false)).toBe(true);
  expect(isSpent({ done, failed: [{ code: 'conflict' }, { code: 'own_entry' }] }, false)).toBe(true);
  expect(isSpent({ done, failed: [] }, true)).toBe(false);
  expect(isSpent({ done: [], failed: [{ code: 'conflict' }] }, false)).toBe(false);
  for (const code of ['signed_out', 'unavailable'] as const)
    expect(isSpent({ done, failed: [{ code: 'conflict' }, { code }] }, false)).toBe(false);
});

it('adds up by category, and says where a figure is missing', () => {
  const marked = [entry('1', []), entry('2', [], null, '区CM自由経費'), entry('3', [], -3)];
  expect(sumsOf(marked)).toEqual([
    { name: '区長自由経費', sum: 7, isComplete: true },
    { name: '区CM自由経費', sum: 0, isComplete: false },
  ]);
});

describe('what stands against submitting an entry with others', () => {
  const finding: EntryFinding = {
    rule: 'far_from_last_year',
    severity: 'warning',
    asksReason: true,
    place: 'amount',
    span: null,
    found: '10',
    expected: '2',
    detail: 'more',
    flagged: '10 / 2',
  };
  const check = { id: '1', missing: [], findings: [finding], said: [] };
  const { rule, place, flagged } = finding;

  it('is a warning whose reason nobody has written yet', () => {
    expect(isReady(submissionOf(check))).toBe(false);
    expect(isReady(submissionOf({ ...check, said: [{ rule, place, flagged: '11 / 2', reason: '増えるため' }] }))).toBe(
      false,
    );
    const again = submissionOf({ ...check, said: [{ rule, place, flagged, reason: '増えるため' }] });
    expect(isReady(again)).toBe(true);
    expect(again.answers).toEqual([{ rule, place, flagged, reason: '増えるため' }]);
  });

  it('is none any more once its reason is typed beside it', () => {
    const typed = submissionOf(check, () => '対象を広げたため');
    expect(isReady(typed)).toBe(true);
    expect(typed.asked).toEqual([finding]);
    expect(typed.answers).toEqual([{ rule, place, flagged, reason: '対象を広げたため' }]);
    for (const reason of [' ', '長'.repeat(1001)]) expect(isReady(submissionOf(check, () => reason))).toBe(false);
    expect(submissionOf({ ...check, missing: ['amount'] }, () => '理由').asked).toEqual([finding]);
  });

  it('is no warning that is only looked at', () => {
    const looked = submissionOf({ ...check, findings: [{ ...finding, asksReason: false }] });
    expect(isReady(looked)).toBe(true);
    expect(looked.warnings).toHaveLength(1);
    expect(looked.answers).toEqual([{ rule, place, flagged, reason: '' }]);
  });

  it('is an error that nobody lets stand, and a field that is blank', () => {
    const error = { ...finding, severity: 'error' } as const;
    expect(submissionOf({ ...check, findings: [error] }).errors).toBe(1);
    const said = [{ rule, place, flagged, reason: '理由', allowedBy: '予算管理者', found: '10', expected: '2' }];
    expect(isReady(submissionOf({ ...check, findings: [error], said }))).toBe(true);
    expect(isReady(submissionOf({ ...check, findings: [], missing: ['amount'] }))).toBe(false);
  });
});
