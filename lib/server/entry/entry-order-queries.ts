import 'server-only';
import type { OrderedCategory, OrderedEntry, YearOrder } from '@/lib/domain/entry/entry-order';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import { isCountedEntry, isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel, FiscalYearModel } from '@/lib/server/generated/models';

/** `number` is the list's: category and place in it. */
type Placed = OrderedEntry & { categoryId: string; categoryName: string; number: string };
type Row = Selected<Placed, EntryModel, 'id' | 'name' | 'isPriority' | 'categoryId'>;
type OrderRow = Selected<{ id: string; isOpen: boolean; version: number }, FiscalYearModel, 'id'>;

/** The year's entries as list and document have them; withdrawn ones have no place. */
export const listInOrder = (from: Db, wardId: string, fiscalYearId: string) =>
  from.rows<Row>(sql`
    SELECT e.id, e.name, d.name AS "departmentName", e.is_priority AS "isPriority", c.category_id AS "categoryId",
      c.name AS "categoryName", c.rank || '-' || row_number() OVER (PARTITION BY c.rank ORDER BY e.sort_order, e.id) AS number
    FROM entry e
    JOIN (SELECT category_id, name, row_number() OVER (ORDER BY sort_order, id) AS rank FROM category_year
      WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId}) c ON c.category_id = e.category_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    WHERE e.ward_id = ${wardId} AND e.fiscal_year_id = ${fiscalYearId} AND ${isCountedEntry}
    ORDER BY c.rank, e.sort_order, e.id`);

function byCategory(rows: readonly Row[]): OrderedCategory[] {
  const ids = [...new Set(rows.map(({ categoryId }) => categoryId))];
  return ids.map((id) => {
    const own = rows.filter(({ categoryId }) => categoryId === id);
    const entries = own.map(({ categoryId: _, categoryName: __, number: ___, ...entry }) => entry);
    return { id, name: own[0]?.categoryName ?? '', entries };
  });
}

/** The order of a year, by category. undefined: no such year. */
export const getYearOrder = (reader: Reader, year: number): Promise<YearOrder | undefined> =>
  consistentRead(async (tx) => {
    const found = await tx.first<OrderRow>(sql`
      SELECT id, ${isOpenYear('y')} AS "isOpen", order_version AS version FROM fiscal_year y
      WHERE ward_id = ${reader.wardId} AND year = ${year}`);
    if (!found) return undefined;
    const { id, ...order } = found;
    return { ...order, categories: byCategory(await listInOrder(tx, reader.wardId, id)) };
  });
