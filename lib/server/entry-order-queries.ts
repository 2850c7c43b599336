import 'server-only';
import type { OrderedEntry, YearOrder } from '@/lib/domain/entry-order';
import { db, sql } from './db';
import type { Reader } from './reading';

type Row = { version: number; isOpen: boolean } & (OrderedEntry | { [key in keyof OrderedEntry]: null });

/** The year's entries in their order; withdrawn ones have none. undefined: no such year. */
export async function getYearOrder(reader: Reader, year: number): Promise<YearOrder | undefined> {
  const rows = await db.rows<Row>(sql`
    SELECT y.version, y.status = 'open' AS "isOpen", e.id, e.name, c.name AS "categoryName", d.name AS "departmentName",
      e.is_priority AS "isPriority"
    FROM fiscal_year y
    LEFT JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id AND e.status <> 'withdrawn'
    LEFT JOIN category_year c ON c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.category_id = e.category_id
    LEFT JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    WHERE y.ward_id = ${reader.wardId} AND y.year = ${year} ORDER BY e.sort_order, e.id`);
  const first = rows[0];
  if (!first) return undefined;
  const entries = rows.flatMap(({ version: _, isOpen: __, ...entry }) => (entry.id === null ? [] : [entry]));
  return { isOpen: first.isOpen, version: first.version, entries };
}
