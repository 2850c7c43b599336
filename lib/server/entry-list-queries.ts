import 'server-only';
import type { CategoryYearTotal } from '@/lib/domain/category-totals';
import type { Choice } from '@/lib/domain/choice';
import type { EntryFilter, EntryListRow } from '@/lib/domain/entry-list';
import { sortEntries } from '@/lib/domain/entry-sort';
import { searchKey } from '@/lib/domain/search-key';
import { difference } from '@/lib/domain/totals';
import { listCategoryTotals } from './category-total-queries';
import { type Db, db, snapshot, sql } from './db';
import type { Reader } from './reading';

export type EntryListFrame = { isOpen: boolean; departments: Choice[] };

/** The year and the 課 to choose from: those in use, and retired ones that have entries. undefined: no such year. */
export async function getEntryListFrame(
  reader: Reader,
  year: number,
  from: Db = db,
): Promise<EntryListFrame | undefined> {
  const rows = await from.rows<{ isOpen: boolean; id: string | null; name: string | null }>(sql`
    SELECT y.status = 'open' AS "isOpen", d.id, d.name FROM fiscal_year y
    LEFT JOIN department d ON d.ward_id = y.ward_id AND (d.retired_at IS NULL OR EXISTS (
      SELECT FROM entry e WHERE e.ward_id = d.ward_id AND e.fiscal_year_id = y.id AND e.department_id = d.id))
    WHERE y.ward_id = ${reader.wardId} AND y.year = ${year} ORDER BY d.sort_order, d.name`);
  const first = rows[0];
  return (
    first && {
      isOpen: first.isOpen,
      departments: rows.flatMap(({ id, name }) => (id && name ? [{ id, name }] : [])),
    }
  );
}

/** One LIKE pattern a word: every word has to be found, whatever its width and kana. */
const patternsOf = (q: string): string[] =>
  q
    .split(/\s+/)
    .map(searchKey)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

type Row = Omit<EntryListRow, 'number' | 'difference'>;

/**
 * Entries are numbered within their category before any are left out, so that a number is the same in every list. Last
 * year's money is where it was: what no entry of its category shows has a row of its own, except in lists by status.
 */
export async function listEntries(
  reader: Reader,
  year: number,
  filter: EntryFilter,
  from: Db = db,
): Promise<EntryListRow[]> {
  const { department, status, category, q } = filter;
  const rows = await from.rows<Row>(sql`
    WITH y AS (SELECT id, year FROM fiscal_year WHERE ward_id = ${reader.wardId} AND year = ${year}),
    before AS (
      SELECT b.* FROM entry b JOIN fiscal_year last ON last.ward_id = b.ward_id AND last.id = b.fiscal_year_id
      WHERE b.ward_id = ${reader.wardId} AND last.year = ${year - 1} AND b.status <> 'withdrawn'
    ), listed AS (
      SELECT e.id, y.year, e.category_id, e.department_id, e.name, e.status, e.version, e.amount, e.updated_at,
        e.search_key, NULL::text AS carried, before.category_id <> e.category_id AND ${status}::text IS NULL AS "isMoved",
        before.id IS NULL AND e.last_year = 'new' AS "isNew",
        CASE WHEN before.id IS NULL THEN e.recorded_last_year_amount ELSE before.amount END AS "lastYearAmount",
        row_number() OVER (PARTITION BY e.category_id, e.status = 'withdrawn' ORDER BY e.sort_order, e.id) AS place
      FROM y
      JOIN entry e ON e.ward_id = ${reader.wardId} AND e.fiscal_year_id = y.id
      LEFT JOIN before ON before.project_id = e.project_id
      UNION ALL
      SELECT coalesce(e.id, before.id), CASE WHEN e.id IS NULL THEN y.year - 1 ELSE y.year END, before.category_id,
        coalesce(e.department_id, before.department_id), coalesce(e.name, before.name), coalesce(e.status, before.status),
        coalesce(e.version, before.version), 0, coalesce(e.updated_at, before.updated_at),
        coalesce(e.search_key, before.search_key),
        CASE WHEN e.id IS NULL THEN 'unmatched' WHEN e.status = 'withdrawn' THEN 'dropped' ELSE 'moved' END, false, false,
        before.amount, row_number() OVER (PARTITION BY before.category_id ORDER BY before.sort_order, before.id)
      FROM y
      CROSS JOIN before
      LEFT JOIN entry e ON e.ward_id = ${reader.wardId} AND e.fiscal_year_id = y.id AND e.project_id = before.project_id
      WHERE ${status}::text IS NULL
        AND (e.id IS NULL OR e.status = 'withdrawn' OR e.category_id <> before.category_id)
    )
    SELECT e.id, e.year, e.category_id AS "categoryId", e.carried, coalesce(c.rank, 1000) AS "categoryOrder", e.place, e.name,
      d.name AS "departmentName", d.sort_order AS "departmentOrder", e.status, u.entry_id IS NOT NULL AS "isUndecidable", e.amount,
      CASE WHEN e."isMoved" OR e."isNew" THEN 0 ELSE e."lastYearAmount" END AS "lastYearAmount",
      CASE WHEN e."isMoved" THEN 'moved' WHEN e."isNew" THEN 'new' END AS "lastYearMark",
      e.updated_at AS "updatedAt", CASE WHEN r.actor_role <> 'import' THEN r.actor_name END AS "updatedBy"
    FROM listed e
    LEFT JOIN (SELECT category_id, row_number() OVER (ORDER BY sort_order, c.id) AS rank
      FROM category_year c JOIN y ON y.id = c.fiscal_year_id WHERE c.ward_id = ${reader.wardId}) c
      ON c.category_id = e.category_id
    JOIN department d ON d.ward_id = ${reader.wardId} AND d.id = e.department_id
    LEFT JOIN undecidable_entry u ON u.ward_id = ${reader.wardId} AND u.entry_id = e.id AND e.carried IS NULL
    LEFT JOIN entry_revision r ON r.ward_id = ${reader.wardId} AND r.entry_id = e.id AND r.version = e.version
    WHERE (${department}::uuid IS NULL OR e.department_id = ${department}::uuid)
      AND (${category}::uuid IS NULL OR e.category_id = ${category}::uuid)
      AND CASE ${status}::text WHEN 'undecided' THEN e.status NOT IN ('approved', 'withdrawn')
        ELSE e.status = ${status}::text OR (${status}::text IS NULL AND (e.carried IS NOT NULL OR e.status <> 'withdrawn')) END
      AND e.search_key LIKE ALL (${patternsOf(q)}::text[])`);
  const numbered = rows.map((row) => ({
    ...row,
    number: row.status === 'withdrawn' || row.carried ? null : `${row.categoryOrder}-${row.place}`,
    difference: difference(row.amount, row.lastYearAmount),
  }));
  return sortEntries(numbered, filter.sort);
}

export type EntryList = { frame: EntryListFrame; figures: CategoryYearTotal[]; rows: EntryListRow[] };

/** A list and what it comes to, of one moment: rows that were changed meanwhile would not add up. */
export const readEntryList = (reader: Reader, year: number, filter: EntryFilter): Promise<EntryList | undefined> =>
  snapshot(async (tx) => {
    const frame = await getEntryListFrame(reader, year, tx);
    if (!frame) return undefined;
    const figures = await listCategoryTotals(reader, year - 1, year, tx);
    return { frame, figures, rows: await listEntries(reader, year, filter, tx) };
  });
