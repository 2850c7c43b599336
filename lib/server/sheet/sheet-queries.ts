import 'server-only';
import type * as z from 'zod/mini';
import type { EntryState } from '@/lib/domain/entry/entry-workflow';
import { may } from '@/lib/domain/permissions';
import { cellsOf, type SheetNews, type sheetNewsInput } from '@/lib/domain/sheet/cells';
import type { SheetCeiling, SheetRow, SheetView } from '@/lib/domain/sheet/sheet-view';
import { type CategoryYearTotal, knownOf } from '@/lib/domain/year/category-totals';
import { sumKnown } from '@/lib/domain/year/totals';
import { consistentRead, type Db, db, type Statement, sql } from '@/lib/server/database/db';
import {
  isCountedEntry,
  isDraftedEntry,
  isLastYearOpen,
  isNewProject,
  isOpenYear,
  joinLastYear,
  joinNewestStep,
  lastYearAmount,
} from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { listInOrder } from '@/lib/server/entry/entry-order-queries';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { listCategoryTotals } from '@/lib/server/year/year-queries';

type Frame = Omit<SheetView, 'rows' | 'ceilings' | 'department'> & { id: string; departmentName: string };
type Content = Parameters<typeof cellsOf>[0];
type Stored = Content & EntryState & Pick<SheetRow, 'id' | 'categoryId' | 'lastYearAmount' | 'isNew'>;
type Row = Selected<Stored, EntryModel, Exclude<keyof Stored, 'lastYearAmount' | 'isNew'>>;
type Changed = Content &
  EntryState & {
    id: string;
    departmentId: string;
    isOpen: boolean;
    by: string | null;
    isOwn: boolean;
    updatedAt: Date;
  };
type ChangedRow = Selected<Changed, EntryModel, Exclude<keyof Changed, 'isOpen' | 'by' | 'isOwn'>>;

/** Of the 課 in the year `y`. What is stored in a row that can be written is none of it. */
const standing = (departmentId: string | null): Statement => sql`(
  SELECT md5(concat(y.status, string_agg(concat_ws(' ', e.id, e.status, e.category_id,
    CASE WHEN NOT ${isDraftedEntry} THEN e.version END), ',' ORDER BY e.id)))
  FROM entry e WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id AND e.department_id = ${departmentId}::uuid
    AND ${isCountedEntry}) AS standing`;

const listRows = (from: Db, { wardId, departmentId }: Reader, fiscalYearId: string) =>
  from.rows<Row>(sql`
    SELECT e.id, e.version, e.status, e.ever_approved AS "everApproved", e.category_id AS "categoryId", e.name, e.mark, e.rank,
      e.amount, ${lastYearAmount} AS "lastYearAmount", ${isNewProject} AS "isNew"
    FROM entry e ${joinLastYear}
    WHERE e.ward_id = ${wardId} AND e.fiscal_year_id = ${fiscalYearId} AND e.department_id = ${departmentId}
      AND ${isCountedEntry}`);

/** What other entries and 別紙掲載分 leave of a ceiling to the rows that can be written. A recorded total is none of theirs. */
function ceilingsOf(figures: readonly CategoryYearTotal[], own: readonly Row[]): SheetCeiling[] {
  return figures.flatMap((category) => {
    const { categoryId, name, ceiling, recorded, annex, blankEntries } = category;
    const rows = own.filter((row) => row.categoryId === categoryId);
    if (ceiling === null || recorded !== null || rows.length === 0) return [];
    const { sum, isComplete } = sumKnown(rows.map(({ amount }) => amount));
    const blank = isComplete ? 0 : rows.filter(({ amount }) => amount === null).length;
    const limit = ceiling - (knownOf(category) - sum);
    return [{ categoryId, name, limit, isComplete: annex !== null && blankEntries === blank }];
  });
}

/** The entries of the reader's 課 in the order of the list, as rows to write in. undefined: no such year, or the reader has no 課. */
export const getSheet = (reader: Reader, year: number): Promise<SheetView | undefined> =>
  consistentRead(async (tx) => {
    const frame = await tx.first<Frame>(sql`
      SELECT y.id, y.year, ${isOpenYear('y')} AS "isOpen", ${isLastYearOpen} AS "lastIsOpen", d.name AS "departmentName",
        ${standing(reader.departmentId)}
      FROM fiscal_year y JOIN department d ON d.ward_id = y.ward_id AND d.id = ${reader.departmentId}
      WHERE y.ward_id = ${reader.wardId} AND y.year = ${year}`);
    if (!frame || reader.departmentId === null) return undefined;
    const { id, departmentName, ...view } = frame;
    const { wardId, departmentId } = reader;
    const stored = new Map((await listRows(tx, reader, id)).map((row) => [row.id, row]));
    const isWritable = (entry: Row) => may(reader, 'entry.edit', { wardId, departmentId, isOpen: view.isOpen, entry });
    const rows = (await listInOrder(tx, wardId, id)).flatMap(({ id: entryId, number }): SheetRow[] => {
      const row = stored.get(entryId);
      if (!row) return [];
      const { version, status, categoryId, lastYearAmount: before, isNew } = row;
      const shown = { id: entryId, number, version, status, categoryId, lastYearAmount: before, isNew };
      return [{ ...shown, isWritable: isWritable(row), cells: cellsOf(row) }];
    });
    const ceilings = ceilingsOf(
      await listCategoryTotals(reader, year, year, tx),
      [...stored.values()].filter(isWritable),
    );
    return { ...view, department: { id: departmentId, name: departmentName }, rows, ceilings };
  });

/** Of rows at these versions, those that somebody has changed since, or decided, or that can't be written. */
export async function getSheetNews(
  reader: Reader,
  { year, rows: known }: z.output<typeof sheetNewsInput>,
): Promise<SheetNews | undefined> {
  const { wardId, accountId, departmentId: own } = reader;
  const [frame, rows] = await Promise.all([
    db.first<Pick<SheetNews, 'standing'>>(
      sql`SELECT ${standing(own)} FROM fiscal_year y WHERE y.ward_id = ${wardId} AND y.year = ${year}`,
    ),
    db.rows<ChangedRow>(sql`
      SELECT e.id, e.version, e.status, e.ever_approved AS "everApproved", e.department_id AS "departmentId", e.name, e.mark,
        e.rank, e.amount, ${isOpenYear('y')} AS "isOpen", e.updated_at AS "updatedAt",
        CASE WHEN newest.actor_role <> 'import' THEN newest.actor_name END AS by,
        newest.actor_id IS NOT DISTINCT FROM ${accountId}::uuid AS "isOwn"
      FROM unnest(${known.map(({ id }) => id)}::uuid[], ${known.map(({ version }) => version)}::int[],
        ${known.map(({ status }) => status)}::text[]) AS known (id, version, status)
      JOIN entry e ON e.ward_id = ${wardId} AND e.id = known.id
      JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id ${joinNewestStep}
      WHERE e.version > known.version OR e.status <> known.status OR NOT ${isDraftedEntry}
        OR e.department_id IS DISTINCT FROM ${own}::uuid OR NOT ${isOpenYear('y')}`),
  ]);
  return (
    frame && {
      ...frame,
      rows: rows.map((row) => {
        const { id, version, status, departmentId, isOpen, by, isOwn, updatedAt } = row;
        const isWritable = may(reader, 'entry.edit', { wardId, departmentId, isOpen, entry: row });
        const lastChange = { by, isOwn, at: updatedAt.toISOString() };
        return { id, version, status, isWritable, cells: cellsOf(row), lastChange };
      }),
    }
  );
}
