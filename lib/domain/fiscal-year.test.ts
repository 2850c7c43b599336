import { expect, it } from 'vitest';
import { fiscalYearFromPath, fiscalYearName, parseFiscalYear } from './fiscal-year';

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
  expect(parseFiscalYear(name)).toBe(year);
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

it('takes only four plain digits from a path', () => {
  expect(fiscalYearFromPath('2023')).toBe(2023);
  for (const segment of ['２０２３', '2023x', '0', undefined, '1988']) expect(fiscalYearFromPath(segment)).toBeNull();
});
