import { amountText } from '@/lib/domain/amount';
import type { Choice } from '@/lib/domain/choice';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { sumKnown } from '@/lib/domain/year/totals';
import { type Cells, typedAmount } from './cells';
import { type Cell, isLocked, type Sheet } from './sheet';

/** An entry as a row of the sheet. Amounts in 千円. */
export type SheetRow = {
  id: string;
  /** Category and place in it: 1-2. */
  number: string;
  version: number;
  status: EntryStatus;
  isWritable: boolean;
  categoryId: string;
  cells: Cells;
  lastYearAmount: number | null;
  /** The project is new: that last year's amount is 0 says nothing. */
  isNew: boolean;
};

/** What the rows that can be written may come to in a category. isComplete: what it is less of is known in every part. */
export type SheetCeiling = { categoryId: string; name: string; limit: number; isComplete: boolean };

/** The entries of one 課 in a year. */
export type SheetView = {
  year: number;
  isOpen: boolean;
  /** Last year's figures can still change. */
  lastIsOpen: boolean;
  department: Choice;
  rows: SheetRow[];
  ceilings: SheetCeiling[];
  /** Another text once entries have come, gone or changed their status: then there are other rows. */
  standing: string;
};

/** What counts of a row by now; undefined: it can't be read. */
type Typed = { row: SheetRow; isLocked: boolean; amount: number | null | undefined };

const known = (typed: readonly Typed[]): number => sumKnown(typed.map(({ amount }) => amount ?? null)).sum;
const hasLastYear = ({ lastYearAmount, isNew }: SheetRow): boolean => lastYearAmount !== null && !isNew;
const isBlank = ({ isLocked, amount }: Typed): boolean => !isLocked && amount === null;

export type CeilingLeft = SheetCeiling & {
  typed: number;
  remainder: number;
  /** What would remain if each blank row took last year's amount, and how many of them have one. */
  ifSame: { count: number; remainder: number };
};

export type SheetTotals = {
  amount: number;
  lastYear: number;
  blank: number;
  unread: number;
  ceilings: CeilingLeft[];
};

/**
 * What the sheet comes to while somebody types, without what is blank or can't be read. Of a row that can't be stored, what is
 * stored counts.
 */
export function sheetTotals({ rows, ceilings }: SheetView, drafts: Sheet['rows']): SheetTotals {
  const all = rows.map((row): Typed => {
    const draft = drafts[row.id];
    const isLocked = draft?.conflict?.isLocked === true;
    const { amount } = (isLocked ? draft.theirs : draft?.mine) ?? row.cells;
    return { row, isLocked, amount: typedAmount(amount) };
  });
  return {
    amount: known(all),
    lastYear: sumKnown(rows.map(({ lastYearAmount }) => lastYearAmount)).sum,
    blank: all.filter(isBlank).length,
    unread: all.filter(({ amount }) => amount === undefined).length,
    ceilings: ceilings.map((ceiling) => {
      const own = all.filter(({ row }) => row.categoryId === ceiling.categoryId);
      const same = own.filter((typed) => isBlank(typed) && hasLastYear(typed.row));
      // The ceiling is without what stood in the rows that couldn't be written.
      const settled = own.filter(({ row }) => !row.isWritable);
      const before = sumKnown(settled.map(({ row }) => typedAmount(row.cells.amount) ?? null)).sum;
      const typed = known(own) - before;
      const remainder = ceiling.limit - typed;
      const ofSame = sumKnown(same.map(({ row }) => row.lastYearAmount)).sum;
      return { ...ceiling, typed, remainder, ifSame: { count: same.length, remainder: remainder - ofSame } };
    }),
  };
}

/** Last year's amount for each of the rows that can be stored, whose amount is blank and that had one. */
export const lastYearCells = (rows: readonly SheetRow[], sheet: Sheet): Cell[] =>
  rows
    .filter((row) => hasLastYear(row) && !isLocked(sheet, row.id) && sheet.rows[row.id]?.mine.amount.trim() === '')
    .map(({ id: rowId, lastYearAmount }) => ({ rowId, field: 'amount', text: amountText(lastYearAmount) }));
