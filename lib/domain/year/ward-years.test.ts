import { expect, it } from 'vitest';
import { currentYear } from './ward-years';

const open = (year: number) => ({ year, isOpen: true });
const closed = (year: number) => ({ year, isOpen: false });

it.each([
  { years: [closed(2022), open(2023), open(2024)], expected: 2024 },
  { years: [closed(2025), open(2023), closed(2022)], expected: 2023 },
  { years: [closed(2021), closed(2022)], expected: 2022 },
  { years: [], expected: undefined },
])('takes the newest open year, else the newest ($expected)', ({ years, expected }) => {
  expect(currentYear(years)).toBe(expected);
});
