import { expect, it } from 'vitest';
import { csvLine } from './csv';

it('quotes every cell', () => {
  expect(csvLine(['甲', '乙"丙', 'a,b\nc', ''])).toBe('"甲","乙""丙","a,b\nc",""\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', '−1'])(
  'hands %j to a spreadsheet as text',
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  },
);

it('keeps a negative number a number', () => {
  expect(csvLine([-5, 0, 2178837, '-5'])).toBe(`-5,0,2178837,"'-5"\r\n`);
});

it('says so where a text has the apostrophe itself', () => {
  expect(csvLine(["'=1", "''", "it's"])).toBe(`"''=1","''","it's"\r\n`);
});

it.each(['192.0.2.1', '起案者・閲覧者', '2026-11-26 09:00'])('leaves %s as it is', (text) => {
  expect(csvLine([text])).toBe(`"${text}"\r\n`);
});
