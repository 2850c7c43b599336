import * as z from 'zod/mini';
import { amountText } from '@/lib/domain/amount';
import type { LastChange } from '@/lib/domain/choice';
import { sameIn } from '@/lib/domain/draft/draft';
import type { EntryContent, TypedField } from '@/lib/domain/entry/entry-fields';
import { inputsOf } from '@/lib/domain/entry/entry-input';
import { ENTRY_STATUSES, type EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { type FieldErrors, fieldErrors } from '@/lib/domain/field-errors';
import { amountInput, idInput, yearInput } from '@/lib/domain/inputs';

/** What a row of the sheet takes, from left to right. */
export const CELL_FIELDS = ['name', 'mark', 'rank', 'amount'] as const satisfies readonly TypedField[];
export type CellField = (typeof CELL_FIELDS)[number];
/** A row as it is typed. */
export type Cells = Readonly<Record<CellField, string>>;

export const cellsInput = z.object(inputsOf(CELL_FIELDS));
export const sameCell = sameIn(cellsInput.shape);

/** The stored content as the sheet shows it. */
export const cellsOf = ({ name, mark, rank, amount }: Pick<EntryContent, CellField>): Cells => ({
  name,
  mark: mark ?? '',
  rank: rank === null ? '' : String(rank),
  amount: amountText(amount),
});

/** What is wrong with a row, cell by cell. */
export function wrongCells(cells: Cells): FieldErrors {
  const { error } = cellsInput.safeParse(cells);
  return error ? fieldErrors(error.issues) : {};
}

/** undefined: what is typed is no amount. */
export function typedAmount(text: string): number | null | undefined {
  const parsed = amountInput.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** Version 0: what has become of the row is asked for in any case. */
const knownRowInput = z.object({
  id: idInput,
  version: z.int().check(z.nonnegative()),
  status: z.enum(ENTRY_STATUSES),
});
export const sheetNewsInput = z.object({
  year: yearInput,
  rows: z.array(knownRowInput).check(z.maxLength(1000)),
});
/** A row that is another one by now than it was known here. */
export type NewRow = {
  id: string;
  version: number;
  status: EntryStatus;
  isWritable: boolean;
  cells: Cells;
  lastChange: LastChange;
};
/** `standing` as in the sheet's view. */
export type SheetNews = { rows: NewRow[]; standing: string };

export type CellPlace = { rowId: string; field: CellField };

/** A cell has one name on the page. */
export const cellName = (rowId: string, field: CellField): string => `${rowId}.${field}`;

/** null: the name is no cell's. */
export function cellOfName(name: string): CellPlace | null {
  const [rowId = '', field] = name.split('.');
  const found = CELL_FIELDS.find((known) => known === field);
  return found ? { rowId, field: found } : null;
}
