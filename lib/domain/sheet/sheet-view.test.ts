import { expect, it } from 'vitest';
import { changeSheet, newSheet } from './sheet';
import { lastYearCells, type SheetRow, type SheetView, sheetTotals } from './sheet-view';

const row = (id: string, amount: string, lastYearAmount: number | null, more: Partial<SheetRow> = {}): SheetRow => ({
  ...{ id, number: id, version: 1, status: 'draft', isWritable: true, categoryId: 'x', lastYearAmount, isNew: false },
  cells: { name: id, mark: '', rank: '', amount },
  ...more,
});
const ROWS = [
  row('approved', '1,000', 900, { isWritable: false, status: 'approved' }),
  row('typed', '30', 20),
  row('blank', '', 40),
  row('new', '', 0, { isNew: true }),
  row('unknown', '　', null),
  row('unread', '約5', 6),
  row('other', '7', 8, { categoryId: 'y' }),
];
const VIEW: SheetView = {
  ...{ year: 2023, isOpen: true, lastIsOpen: false, department: { id: 'd', name: '課' }, rows: ROWS },
  ceilings: [{ categoryId: 'x', name: '区長', limit: 60, isComplete: true }],
  standing: '',
};
const START = newSheet(ROWS);

it('adds up what is typed, and says what is left of the ceiling and what last year’s amounts would leave', () => {
  expect(sheetTotals(VIEW, START.rows)).toEqual({
    ...{ amount: 1037, lastYear: 974, blank: 3, unread: 1 },
    ceilings: [{ ...VIEW.ceilings[0], typed: 30, remainder: 30, ifSame: { count: 1, remainder: -10 } }],
  });
});

it('counts a row as it is by now, whether it could be written before or not', () => {
  const now = (id: string, amount: string, isWritable: boolean) => {
    const become = (row: SheetRow) => ({ ...row, isWritable, cells: { ...row.cells, amount } });
    return newSheet(ROWS.map((row) => (row.id === id ? become(row) : row)));
  };
  const submitted = now('blank', '', false);
  expect(sheetTotals(VIEW, submitted.rows)).toMatchObject({
    blank: 2,
    ceilings: [{ typed: 30, ifSame: { count: 0 } }],
  });
  expect(lastYearCells(ROWS, submitted)).toEqual([]);
  // Pulled back, and written since: the ceiling is without what stood there.
  expect(sheetTotals(VIEW, now('approved', '1,005', true).rows)).toMatchObject({
    amount: 1042,
    ceilings: [{ typed: 35, remainder: 25 }],
  });
  const cell = { rowId: 'approved', field: 'amount', text: '5' } as const;
  const kept = changeSheet(START, { kind: 'typed', cell });
  expect([kept.rows.approved?.mine.amount, sheetTotals(VIEW, kept.rows).amount]).toEqual(['5', 1037]);
});

it('takes last year’s amount for what is blank and had one', () => {
  expect(lastYearCells(ROWS, START)).toEqual([{ rowId: 'blank', field: 'amount', text: '40' }]);
});
