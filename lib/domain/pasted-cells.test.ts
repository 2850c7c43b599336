import { expect, it } from 'vitest';
import { pastedCells, placeCells } from './pasted-cells';

it.each<[what: string, text: string, cells: string[][]]>([
  ['one cell', '1,234', [['1,234']]],
  ['a row', '1\t2\t3', [['1', '2', '3']]],
  ['a column, as Excel ends it', '1\r\n2\r\n', [['1'], ['2']]],
  [
    'blanks within',
    '1\t\t3\r\n\t5\t\r\n',
    [
      ['1', '', '3'],
      ['', '5', ''],
    ],
  ],
  ['a blank row', '1\n\n3', [['1'], [''], ['3']]],
  ['a cell of two lines', '"一行目\n二行目"\t2', [['一行目\n二行目', '2']]],
  ['quotes', '"彼の""計画"""\t2', [['彼の"計画"', '2']]],
  ['a quote that opens nothing', '5" 管\t2', [['5" 管', '2']]],
  ['spaces around', ' 1 \t２', [['1', '２']]],
])('%s', (_, text, cells) => {
  expect(pastedCells(text)).toEqual(cells);
});

const ROWS = [
  ['a1', 'b1', '', 'd1'],
  ['', '', '', ''],
  ['a3', 'b3', '', 'd3'],
];

it.each<[what: string, at: string, text: string, filled: string, outside: number]>([
  ['a cell', 'd1', '1', 'd1=1', 0],
  ['a column, past a row that can’t be written', 'd1', '1\n2\n3', 'd1=1 d3=3', 1],
  ['blanks that have no field count for nothing', 'd1', '1\n\n3', 'd1=1 d3=3', 0],
  ['a range, past a column that can’t be written', 'b1', '1\t9\t2\n3\t9\t4', 'b1=1 d1=2', 4],
  ['blanks empty their fields', 'a3', '\t2', 'a3= b3=2', 0],
  ['below the last row and beside the last column', 'd3', '1\t2\n3', 'd3=1', 2],
])('%s goes from the field that has the focus on', (_, at, text, filled, outside) => {
  const placed = placeCells(pastedCells(text), ROWS, at);
  expect(placed?.cells.map((cell) => `${cell.name}=${cell.text}`).join(' ')).toBe(filled);
  expect(placed?.outside).toBe(outside);
});

it('places nothing where no field is', () => {
  expect(placeCells([['1']], ROWS, '')).toBeNull();
  expect(placeCells([['1']], ROWS, 'z9')).toBeNull();
});
