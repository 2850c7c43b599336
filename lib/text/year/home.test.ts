import { expect, it } from 'vitest';
import { overText, totalLine } from '@/lib/text/totals';
import { sentBackReason, trendSummaryText } from './home';

it.each([
  { action: 'return', text: '差戻しの理由：根拠を示してください。' },
  { action: 'reopen', text: '承認の解除の理由：根拠を示してください。' },
] as const)('names what the reason is of: $action', ({ action, text }) => {
  expect(sentBackReason({ action, reason: '根拠を示してください。' })).toBe(text);
});

const change = (difference: number, ratio: number | null) => ({ difference, ratio });

it.each([
  [{ kind: 'unknown' }, '令和5年度は未入力の金額があるため、合計は未確定です。'],
  [{ kind: 'same', total: 10 }, '令和5年度の合計は10千円です。前年度と同じ額です。'],
  [
    { kind: 'changed', total: 1234, change: change(38, 0.032), mainly: { name: '区長自由経費', difference: 40 } },
    '令和5年度の合計は1,234千円です。前年度より38千円（3.2％）の増。主な要因は区長自由経費の増（40千円）です。',
  ],
  [
    { kind: 'changed', total: 5, change: change(-7, null), mainly: null },
    '令和5年度の合計は5千円です。前年度より7千円の減。',
  ],
] as const)('says what the chart shows: %j', (summary, text) => {
  expect(trendSummaryText(2023, summary)).toBe(text);
});

it('says of a sum that is not complete what has been entered, and by how much at least a 枠 is exceeded', () => {
  expect(totalLine(null, 0, null)).toBe('合計は未確定');
  expect(totalLine(null, 7599, null)).toBe('合計は未確定（入力済み分 7,599千円）');
  expect(totalLine(10, 10, change(-1, -0.012))).toBe('合計 10千円（前年度比 △1.2％）');
  expect(overText({ over: 7599, isComplete: true })).toBe('枠を7,599千円超過');
  expect(overText({ over: 7599, isComplete: false })).toBe('枠を7,599千円以上超過');
});
