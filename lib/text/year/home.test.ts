import { expect, it } from 'vitest';
import { overText, totalLine } from '@/lib/text/totals';
import { taskNote, trendCause, trendTitle } from './home';

const at = new Date('2026-11-24T01:00:00Z');
const sentBack = {
  action: 'return',
  reason: '根拠を示してください。',
  actorName: '総務課 承認者',
  at: at.toISOString(),
} as const;
const task = { missing: [], sentBack: null, submittedAt: at, submittedBy: '総務課 起案者' };

it.each([
  [{ status: 'draft' }, '入力済　提出できます'],
  [{ status: 'draft', missing: ['summary', 'innovation'] }, '概要・工夫点が未入力'],
  [{ status: 'returned', sentBack }, '11/24 総務課 承認者が差戻し：根拠を示してください。'],
  [{ status: 'in_review' }, '11/24 総務課 起案者が提出'],
  [{ status: 'in_review', sentBack }, '11/24 総務課 起案者が提出　11/24 総務課 承認者が差戻し：根拠を示してください。'],
] as const)('says what a task is about: %j', (of, text) => {
  expect(taskNote({ ...task, ...of })).toBe(text);
});

const change = (difference: number, ratio: number | null) => ({ difference, ratio });

it.each([
  [{ kind: 'unknown' }, '合計の推移（令和5年度は未確定）', null],
  [{ kind: 'only', total: 10 }, '令和5年度の合計は10千円', null],
  [{ kind: 'same', total: 10 }, '令和5年度の合計は前年度と同じ10千円', null],
  [
    { kind: 'changed', total: 1234, change: change(38, 0.032), mainly: { name: '区長自由経費', difference: 40 } },
    '令和5年度の合計は前年度より38千円（3.2％）の増',
    '主な要因は区長自由経費の増（40千円）です。',
  ],
  [{ kind: 'changed', total: 5, change: change(-7, null), mainly: null }, '令和5年度の合計は前年度より7千円の減', null],
] as const)('says what the chart shows: %j', (summary, title, cause) => {
  expect([trendTitle(2023, summary), trendCause(summary)]).toEqual([title, cause]);
});

it('says of a sum that is not complete what has been entered, and by how much at least a 枠 is exceeded', () => {
  expect(totalLine(null, 0, null)).toBe('合計は未確定');
  expect(totalLine(null, 7599, null)).toBe('合計は未確定（入力済み分 7,599千円）');
  expect(totalLine(10, 10, change(-1, -0.012))).toBe('合計 10千円（前年度比 △1.2％）');
  expect(overText({ over: 7599, isComplete: true })).toBe('枠を7,599千円超過');
  expect(overText({ over: 7599, isComplete: false })).toBe('枠を7,599千円以上超過');
});
