import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import { type EntryFilter, statusesOf } from '@/lib/domain/entry/entry-filter';
import { type EntryListRow, isWithdrawn, sortEntries } from '@/lib/domain/entry/entry-list';
import { searchKey } from '@/lib/domain/entry/search-key';
import type { CategoryYearTotal } from '@/lib/domain/year/category-totals';
import { difference } from '@/lib/domain/year/totals';
import { consistentRead, type Db, db, sql } from '@/lib/server/database/db';
import {
  isCountedEntry,
  isLastYearOpen,
  isNewProject,
  isOpenYear,
  isWaitingEntry,
  isWithdrawnEntry,
  lastYearAmount,
} from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { listCategoryTotals } from '@/lib/server/year/year-queries';

export type EntryListFrame = { isOpen: boolean; lastIsOpen: boolean; departments: Choice[] };

/** The year and the 課 to choose from: those in use, and retired ones that have entries. undefined: no such year. */
export async function getEntryListFrame(reader: Reader, year: number): Promise<EntryListFrame | undefined> {
  const rows = await db.rows<Omit<EntryListFrame, 'departments'> & { id: string | null; name: string | null }>(sql`
    SELECT ${isOpenYear('y')} AS "isOpen", ${isLastYearOpen} AS "lastIsOpen", d.id, d.name FROM fiscal_year y
    LEFT JOIN department d ON d.ward_id = y.ward_id AND (d.retired_at IS NULL OR EXISTS (
      SELECT FROM entry e WHERE e.ward_id = d.ward_id AND e.fiscal_year_id = y.id AND e.department_id = d.id))
    WHERE y.ward_id = ${reader.wardId} AND y.year = ${year} ORDER BY d.sort_order, d.name`);
  const first = rows[0];
  return (
    first && {
      isOpen: first.isOpen,
      lastIsOpen: first.lastIsOpen,
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

type Row = Selected<
  Omit<EntryListRow, 'number' | 'difference'>,
  EntryModel,
  'id' | 'steps' | 'categoryId' | 'name' | 'status' | 'amount' | 'mark' | 'isPriority' | 'updatedAt' | 'updatedBy'
>;

/**
 * Entries are numbered within their category before any are left out, so that a number is the same in every list. Last
 * year's money is where it was: what no entry of its category shows has a row of its own, except in lists by status.
 */
export async function listEntries(
  { wardId }: Reader,
  year: number,
  { department, status, category, mark, q, sort }: EntryFilter,
  from: Db = db,
): Promise<EntryListRow[]> {
  const patterns = patternsOf(q);
  const rows = await from.rows<Row>(sql`
    WITH entries AS MATERIALIZED (
      SELECT y.year, e.id, e.steps, e.project_id, e.category_id, e.department_id, e.name, e.status, e.amount, e.last_year, e.mark, e.is_priority,
        e.recorded_last_year_amount, e.sort_order, e.updated_at, e.updated_by,
        e.search_key LIKE ALL (${patterns}::text[]) AS "isFound"
      FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
      WHERE y.ward_id = ${wardId} AND y.year = ${year}
    ), before AS MATERIALIZED (
      SELECT b.project_id, b.year, b.id, b.category_id, b.department_id, b.name, b.status, b.amount, b.sort_order,
        b.updated_at, b.updated_by, b.search_key LIKE ALL (${patterns}::text[]) AS "isFound"
      FROM fiscal_year y JOIN last_year_entry b ON b.ward_id = y.ward_id AND b.fiscal_year_id = y.id
      WHERE y.ward_id = ${wardId} AND y.year = ${year}
    ), ranked AS MATERIALIZED (
      SELECT c.category_id, row_number() OVER (ORDER BY c.sort_order, c.id) AS rank
      FROM fiscal_year y JOIN category_year c ON c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
      WHERE y.ward_id = ${wardId} AND y.year = ${year}
    ), listed AS (
      SELECT e.id, e.steps, e.year, e.category_id, e.department_id, e.name, e.status, e.amount, e.mark, e.is_priority,
        e.updated_at, e.updated_by, e."isFound", NULL::text AS carried, before.category_id <> e.category_id AND ${status}::text IS NULL AS "isMoved",
        ${isNewProject} AS "isNew", ${lastYearAmount} AS "lastYearAmount",
        row_number() OVER (PARTITION BY e.category_id, ${isWithdrawnEntry} ORDER BY e.sort_order, e.id) AS place
      FROM entries e LEFT JOIN before ON before.project_id = e.project_id
      UNION ALL
      SELECT coalesce(e.id, before.id), 0, coalesce(e.year, before.year), before.category_id,
        coalesce(e.department_id, before.department_id), coalesce(e.name, before.name), coalesce(e.status, before.status),
        0, NULL, false, coalesce(e.updated_at, before.updated_at),
        CASE WHEN e.id IS NULL THEN before.updated_by ELSE e.updated_by END, coalesce(e."isFound", before."isFound"),
        CASE WHEN e.id IS NULL THEN 'unmatched' WHEN ${isWithdrawnEntry} THEN 'dropped' ELSE 'moved' END, false, false,
        before.amount, row_number() OVER (PARTITION BY before.category_id ORDER BY before.sort_order, before.id)
      FROM before LEFT JOIN entries e ON e.project_id = before.project_id
      WHERE ${status}::text IS NULL
        AND (e.id IS NULL OR ${isWithdrawnEntry} OR e.category_id <> before.category_id)
    )
    SELECT e.id, e.steps, e.year, e.category_id AS "categoryId", e.carried, coalesce(c.rank, 1000) AS "categoryOrder", e.place, e.name,
      d.name AS "departmentName", d.sort_order AS "departmentOrder", e.status, e.amount, e.mark,
      e.is_priority AS "isPriority",
      e.carried IS NULL AND ${isWaitingEntry}
        AND e.id IN (SELECT entry_id FROM undecidable_entry WHERE ward_id = ${wardId}) AS "isUndecidable",
      CASE WHEN e."isMoved" THEN 0 ELSE e."lastYearAmount" END AS "lastYearAmount",
      CASE WHEN e."isMoved" THEN 'moved' WHEN e."isNew" THEN 'new' END AS "lastYearMark",
      e.updated_at AS "updatedAt", e.updated_by AS "updatedBy"
    FROM listed e
    LEFT JOIN ranked c ON c.category_id = e.category_id
    JOIN department d ON d.ward_id = ${wardId} AND d.id = e.department_id
    WHERE e."isFound" AND CASE WHEN e.department_id <> ${department}::uuid OR e.category_id <> ${category}::uuid
        OR ${mark}::text IS NOT NULL AND e.mark IS DISTINCT FROM ${mark} THEN false
      WHEN ${status}::text IS NULL THEN e.carried IS NOT NULL OR ${isCountedEntry}
      ELSE e.status = ANY (${status && statusesOf(status)}::text[]) END`);
  const numbered = rows.map((row) =>
    Object.assign(row, {
      number: isWithdrawn(row) || row.carried ? null : `${row.categoryOrder}-${row.place}`,
      difference: difference(row.amount, row.lastYearAmount),
    }),
  );
  return sortEntries(numbered, sort);
}

export type EntryList = { figures: CategoryYearTotal[]; rows: EntryListRow[] };

/** A list and what it comes to, of one moment: rows that were changed meanwhile would not add up. */
export const readEntryList = (reader: Reader, year: number, filter: EntryFilter): Promise<EntryList> =>
  consistentRead(async (tx) => ({
    figures: await listCategoryTotals(reader, year - 1, year, tx),
    rows: await listEntries(reader, year, filter, tx),
  }));
