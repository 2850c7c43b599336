import { expect, it } from 'vitest';
import { toPrintedWidth } from './printed-width';

it.each([
  ['令和4年度', '令和４年度'],
  ['令和４年度', '令和４年度'],
  ['平成２９年度', '平成29年度'],
  ['令和10年度', '令和10年度'],
  ['2,178,837千円', '2,178,837千円'],
  ['２，１７８千円', '2,178千円'],
  ['区CM自由経費', '区ＣＭ自由経費'],
  ['TCMS', 'TCMS'],
  ['第1回から第12回', '第１回から第12回'],
  ['２．５倍', '2.5倍'],
])('%s → %s', (text, styled) => {
  expect(toPrintedWidth(text)).toBe(styled);
  expect(toPrintedWidth(styled)).toBe(styled);
});
