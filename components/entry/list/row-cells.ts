import type { EntryFilter } from '@/lib/domain/entry/entry-filter';
import type { EntryListRow } from '@/lib/domain/entry/entry-list';
import { type Mark, type Markable, markOf } from '@/lib/domain/marked/marking';
import { markText } from '@/lib/text/entry/entry';
import { lastStep } from '@/lib/text/entry/entry-list';
import { rowText } from '@/lib/text/entry/list-row';
import type { EntryCells, EntryRow, Exception } from './entry-rows';

/** null: there is nothing to be said beyond its cells. */
function exceptionOf(listYear: number, row: EntryListRow, mark: Mark | undefined): Exception | null {
  const { year, carried, lastYearMark, isUndecidable, isPriority } = row;
  const exception: Exception = {
    ...(year !== listYear && { year }),
    ...(carried && { carried }),
    ...(lastYearMark && { lastYearMark }),
    ...(isUndecidable && { isUndecidable }),
    ...(isPriority && { isPriority }),
    ...(mark && !carried && { mark }),
  };
  return Object.keys(exception).length > 0 ? exception : null;
}

/** A list of one 課 says 区分 in its place. */
export const isOfOneDepartment = ({ department }: EntryFilter): boolean => department !== null;

/** `marks`: of the entries that the reader can do something with. */
export function cellsOf(year: number, row: EntryListRow, filter: EntryFilter, marks?: Markable['marks']): EntryRow {
  const { id, number, name, departmentName, mark, status, amount, lastYearAmount, difference } = row;
  const cells: EntryCells = [
    id,
    number,
    name,
    isOfOneDepartment(filter) ? (mark ? markText[mark] : rowText.notKnown) : departmentName,
    status,
    amount,
    lastYearAmount,
    difference,
    lastStep(row.updatedAt, row.updatedBy),
  ];
  const exception = exceptionOf(year, row, markOf(marks, row));
  return exception ? [...cells, exception] : cells;
}

export const isMarkable = ([, , , , , , , , , exception]: EntryRow): boolean => exception?.mark !== undefined;
