import { expect, it } from 'vitest';
import { csvLine, textOfCell } from './csv';

it('quotes every cell', () => {
  expect(csvLine(['甲', '乙"丙', 'a,b\nc', ''])).toBe('"甲","乙""丙","a,b\nc",""\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', '−1'])(
  'hands %j to a spreadsheet as text',
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  },
);

it.each(['1-1', '12-3', '１-１', '1/2', '2022/4/1', '4月1日', '1:30', '1.2', '0012', '1E5', "'1-1"])(
  'hands %j to a spreadsheet as text, not as a day or a number',
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
    expect(textOfCell(`'${text}`)).toBe(text);
  },
);

it.each(['=1', "'=1", '1', "it's", "''", '事業', '令和４年度'])('gives %j back as it was written', (text) => {
  expect(textOfCell(csvLine([text]).trim().slice(1, -1))).toBe(text);
});

it('keeps a negative number a number', () => {
  expect(csvLine([-5, 0, 2178837, '-5'])).toBe(`-5,0,2178837,"'-5"\r\n`);
});

it('says so where a text has the apostrophe itself', () => {
  expect(csvLine(["'=1", "''", "it's"])).toBe(`"''=1","''","it's"\r\n`);
});

it.each(['192.0.2.1', '起案者・閲覧者', '2026-11-26 09:00', '令和４年度', '2022', '1-1-1-1', '【1】', '06-1234-5678'])(
  'leaves %s as it is',
  (text) => {
    expect(csvLine([text])).toBe(`"${text}"\r\n`);
  },
);
