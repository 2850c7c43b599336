import { expect, it } from 'vitest';
import { dayInput, daysUntil, dayText, parseDay } from './deadline';

it.each([
  ['令和8年11月28日', '2026-11-28'],
  ['令和８年１１月２８日', '2026-11-28'],
  [' 令和 8 年 11 月 28 日 ', '2026-11-28'],
  ['R8.11.28', '2026-11-28'],
  ['ｒ８．１１．２８', '2026-11-28'],
  ['2026/11/28', '2026-11-28'],
  ['２０２６／１１／２８', '2026-11-28'],
  ['2026-11-28', '2026-11-28'],
  ['2026年11月28日', '2026-11-28'],
  ['11月28日', '2026-11-28'],
  ['11/28', '2026-11-28'],
  ['1月5日', '2027-01-05'],
  ['4月1日', '2026-04-01'],
  ['令和元年10月1日', '2019-10-01'],
  ['令和10年2月29日', '2028-02-29'],
  ['令和8年2月29日', null],
  ['11月31日', null],
  ['0/1', null],
  ['13/1', null],
  ['令和0年1月1日', null],
  ['1888/1/1', null],
  ['28日', null],
  ['11月', null],
  ['20261128', null],
  ['来週', null],
  ['', null],
])('reads %s in the settings of 2027 as %s', (typed, day) => {
  expect(parseDay(typed, 2027)).toBe(day);
});

it('asks for the year where it is told of none', () => {
  expect(parseDay('11月28日', null)).toBeNull();
  expect(dayInput(null).safeParse('11月28日').error?.issues[0]?.message).toBe('not_a_day');
  expect(dayInput(2027).safeParse('11月28日').data).toBe('2026-11-28');
  expect(dayInput(2027).safeParse('　').data).toBeNull();
});

it.each([
  [null, ''],
  ['2026-11-28', '令和8年11月28日'],
  ['2019-10-01', '令和元年10月1日'],
  ['2018-01-05', '2018年1月5日'],
])('%s is shown as %s, which is read alike', (day, text) => {
  expect(dayText(day)).toBe(text);
  if (day) expect(parseDay(text, null)).toBe(day);
});

it.each([
  ['2026-11-25T14:59:59Z', 3],
  ['2026-11-25T15:00:00Z', 2],
  ['2026-11-27T14:59:59Z', 1],
  ['2026-11-27T15:00:00Z', 0],
  ['2026-11-28T14:59:59Z', 0],
  ['2026-11-28T15:00:00Z', -1],
])('at %s the 28th is %i days away in Japan', (now, days) => {
  expect(daysUntil('2026-11-28', new Date(now))).toBe(days);
});
