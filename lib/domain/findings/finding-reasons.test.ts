import { expect, test } from 'vitest';
import { blankContent } from '@/lib/domain/entry/entry';
import { checkEntry } from './check';
import type { CheckedEntry } from './finding';
import { openErrors, settleFindings } from './finding-reasons';

const entry = (said: Partial<CheckedEntry>): CheckedEntry => ({
  ...blankContent,
  year: 2023,
  lastYearAmount: 100,
  isNew: false,
  ...said,
});
const far = { amount: 500 };
const findingsOf = (said: Partial<CheckedEntry>) => checkEntry(entry(said), []);
const answers = (said: Partial<CheckedEntry>, reason: string) =>
  findingsOf(said).map(({ rule, place, flagged }) => ({ rule, place, flagged, reason }));

test('an error stands against a submission, whatever is said of it', () => {
  const wrong = { summary: 'あああ' };
  expect(settleFindings(findingsOf(wrong), answers(wrong, '理由'))).toMatchObject({
    ok: false,
    code: 'findings_wrong',
  });
});

const allowed = (said: Partial<CheckedEntry>) =>
  findingsOf(said).map(({ rule, place, flagged, found, expected }) => ({
    ...{ rule, place, flagged, found, reason: '理由', allowedBy: '予算管理者' },
    ...(expected !== undefined && { expected }),
  }));

test('an error that is allowed of one amount is none of another', () => {
  const summary = '備品の整備（8,406万9千円）を行う。';
  const stored = allowed({ summary, amount: 8469 }).filter(({ rule }) => rule === 'amount_contradicted');
  expect(stored).toHaveLength(1);
  expect(openErrors(findingsOf({ summary, amount: 8469 }), stored)).toEqual([]);
  expect(openErrors(findingsOf({ summary, amount: 84_096 }), stored)).toHaveLength(1);
});

test('an error that is allowed by name stands, and no other one beside it', () => {
  const wrong = { summary: 'あああ', innovation: '（区' };
  const [first, ...rest] = allowed(wrong);
  if (!first) throw new Error('nothing found');
  expect(settleFindings(findingsOf(wrong), [], [first])).toMatchObject({ code: 'findings_wrong' });
  expect(settleFindings(findingsOf(wrong), [], [first, ...rest])).toEqual({ ok: true, value: [first, ...rest] });
  const { allowedBy: _, ...unnamed } = first;
  expect(settleFindings(findingsOf({ summary: 'あああ' }), [], [unnamed])).toMatchObject({ code: 'findings_wrong' });
});

test('a warning asks for a look', () => {
  const odd = { summary: '支援する。。' };
  expect(settleFindings(findingsOf(odd), [])).toMatchObject({ ok: false, code: 'findings_unanswered' });
  expect(settleFindings(findingsOf(odd), answers(odd, ''))).toEqual({ ok: true, value: answers(odd, '') });
});

test('an amount far from last year asks for a reason', () => {
  expect(settleFindings(findingsOf(far), answers(far, ''))).toMatchObject({ ok: false, code: 'findings_unanswered' });
  expect(settleFindings(findingsOf(far), answers(far, '対象を広げた'))).toMatchObject({ ok: true });
});

test.each([
  [{ amount: 600 }, far],
  [{ amount: 500, lastYearAmount: 90 }, far],
  [{ summary: '強化する。。' }, { summary: '支援する。。' }],
])('what is said falls when what it was said of changes: %o', (now, before) => {
  expect(settleFindings(findingsOf(now), answers(before, '理由')).ok).toBe(false);
});

test('what was said of another sentence stays', () => {
  const now = { summary: '新しい文を書く。支援する。。' };
  expect(settleFindings(findingsOf(now), answers({ summary: '支援する。。' }, '')).ok).toBe(true);
});

test('reasons for what is not found are not kept', () => {
  expect(settleFindings([], answers(far, '理由'))).toEqual({ ok: true, value: null });
});
