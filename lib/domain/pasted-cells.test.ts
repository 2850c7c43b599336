import { expect, it } from 'vitest';
import { pastedCells } from './pasted-cells';

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
