import { expect, it } from 'vitest';
import { draftedYear, fiscalYearFromPath, fiscalYearName, parseFiscalYear, yearName } from './fiscal-year';

it.each([
  [1989, '平成元年度'],
  [2017, '平成29年度'],
  [2018, '平成30年度'],
  [2019, '令和元年度'],
  [2020, '令和２年度'],
  [2022, '令和４年度'],
  [2027, '令和９年度'],
  [2028, '令和10年度'],
])('%d is %s, both ways', (year, name) => {
  expect(fiscalYearName(year)).toBe(name);
  expect(yearName(year)).toBe(name.normalize('NFKC'));
  expect(parseFiscalYear(name)).toBe(year);
  expect(parseFiscalYear(yearName(year))).toBe(year);
});

it.each([
  ['平成31年度', 2019],
  ['R4', 2022],
  ['2022年度', 2022],
  ['令和 4 年度', 2022],
  ['昭和63年度', null],
  ['令和', null],
  ['令和0年度', null],
  ['3000', null],
])('reads %s as %s', (text, year) => {
  expect(parseFiscalYear(text)).toBe(year);
});

it('names the year before the first one and the year after the last one: pages stand beside them', () => {
  expect([1988, 2100, 2101].map(fiscalYearName)).toEqual(['昭和63年度', '令和82年度', '令和83年度']);
});

it('takes only four plain digits from a path', () => {
  expect(fiscalYearFromPath('2023')).toBe(2023);
  for (const segment of ['２０２３', '2023x', '0', undefined, '1988']) expect(fiscalYearFromPath(segment)).toBeNull();
});

it.each([
  ['2022-03-31T23:59:59+09:00', 2022],
  ['2022-04-01T00:00:00+09:00', 2023],
  // The same two moments, as a server in London has them.
  ['2022-03-31T14:59:59Z', 2022],
  ['2022-03-31T15:00:00Z', 2023],
  ['2022-12-31T14:59:59Z', 2023],
  ['2022-12-31T15:00:00Z', 2023],
  ['2023-03-31T12:00:00+09:00', 2023],
])('at %s the year %d is drafted', (now, year) => {
  expect(draftedYear(new Date(now))).toBe(year);
});
