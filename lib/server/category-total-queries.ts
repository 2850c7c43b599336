import 'server-only';
import { type CategoryYearFigures, type CategoryYearTotal, withTotal } from '@/lib/domain/category-totals';
import { type Db, db, sql } from './db';
import type { Reader } from './reading';

/** The categories of the years from `first` to `last` with their totals, in the order of print, newest year first. */
export const listCategoryTotals = (
  reader: Reader,
  first: number,
  last: number,
  from: Db = db,
): Promise<CategoryYearTotal[]> => categoryTotalsOf(from, reader.wardId, first, last);

/** The same for a command, which has passed the gate and reads in its own transaction. */
export async function categoryTotalsOf(
  from: Db,
  wardId: string,
  first: number,
  last: number,
): Promise<CategoryYearTotal[]> {
  const rows = await from.rows<CategoryYearFigures>(sql`
    SELECT y.year, c.category_id AS "categoryId", c.name, c.ceiling, c.recorded_total AS recorded,
      c.annex_amount AS annex, coalesce(e.sum, 0)::bigint AS "entrySum", coalesce(e.blank, 0) AS "blankEntries"
    FROM fiscal_year y
    JOIN category_year c ON c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
    LEFT JOIN (
      SELECT fiscal_year_id, category_id, sum(amount) AS sum, count(*) FILTER (WHERE amount IS NULL) AS blank
      FROM entry WHERE ward_id = ${wardId} AND status <> 'withdrawn' GROUP BY fiscal_year_id, category_id
    ) e ON e.fiscal_year_id = c.fiscal_year_id AND e.category_id = c.category_id
    WHERE y.ward_id = ${wardId} AND y.year BETWEEN ${first} AND ${last}
    ORDER BY y.year DESC, c.sort_order, c.id`);
  return rows.map(withTotal);
}
