import { expect, it } from 'vitest';
import { earlierYears } from './earlier-totals';

it.each([
  [2023, 2023, [2018, 2019, 2020, 2021, 2022]],
  [2022, 2017, [2017, 2018, 2019, 2020, 2021]],
  [2023, 2015, [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022]],
  [1991, 1991, [1989, 1990]],
  [1989, 1989, []],
])('before %i, on record from %i', (first, oldest, years) => {
  expect(earlierYears(first, oldest)).toEqual(years);
});
