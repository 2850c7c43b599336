import { expect, it } from 'vitest';
import { copiedCell, copiedTable, copiedText } from './copied-rows';

it.each([
  ['1,234', true, 1234],
  ['△80,736', true, -80736],
  ['0', true, 0],
  ['－', true, '－'],
  ['未入力', true, '未入力'],
  ['1-1', true, '1-1'],
  ['2025', false, '2025'],
])('takes %s (of figures: %s) for %s', (text, isOfFigures, cell) => {
  expect(copiedCell(text, isOfFigures)).toBe(cell);
});

const rows = [['1-1', '=1+1', '<b>&"', -80736]];

it('keeps what is no figure from becoming a date or a formula, as bare text too', () => {
  expect(copiedText([...rows, ['1-10', '-1事業', '@x', 5]])).toBe(
    `'1-1\t'=1+1\t<b>&"\t-80736\r\n'1-10\t'-1事業\t'@x\t5`,
  );
  const text = (cell: string) => `<td sdnum="1041;0;@" style="mso-number-format:'\\@'">${cell}</td>`;
  expect(copiedTable(rows)).toBe(
    `<meta charset="utf-8"><table><tr>${text('1-1')}${text('=1+1')}${text('&lt;b&gt;&amp;&quot;')}<td>-80736</td></tr></table>`,
  );
});
