import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import type { EntryFilter, EntryListRow } from '@/lib/domain/entry-list';
import { sortEntries } from '@/lib/domain/entry-sort';
import { searchKey } from '@/lib/domain/search-key';
import { difference } from '@/lib/domain/totals';
import { db, sql } from './db';
import type { Reader } from './reading';

export type EntryListFrame = { isOpen: boolean; departments: Choice[] };

/** The year and the 課 to choose from: those in use, and retired ones that have entries. undefined: no such year. */
export async function getEntryListFrame(reader: Reader, year: number): Promise<EntryListFrame | undefined> {
  const rows = await db.rows<{ isOpen: boolean; id: string | null; name: string | null }>(sql`
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

/** Entries are numbered within their category before any are left out, so that a number is the same in every list. */
export async function listEntries(reader: Reader, year: number, filter: EntryFilter): Promise<EntryListRow[]> {
  const { department, status, category, q } = filter;
  const rows = await db.rows<Row>(sql`
    SELECT e.id, e."categoryOrder", e.place, e.name, d.name AS "departmentName",
      d.sort_order AS "departmentOrder", e.status, u.entry_id IS NOT NULL AS "isUndecidable", e.amount, e."lastYearAmount",
      e.updated_at AS "updatedAt",
      CASE WHEN r.actor_role <> 'import' THEN r.actor_name END AS "updatedBy"
    FROM (
      SELECT e.ward_id, e.id, e.category_id, e.department_id, e.name, e.status, e.version, e.amount, e.updated_at,
        e.search_key, coalesce(before.amount, e.recorded_last_year_amount) AS "lastYearAmount",
        c.rank AS "categoryOrder",
        row_number() OVER (PARTITION BY e.category_id, e.status = 'withdrawn' ORDER BY e.sort_order, e.id) AS place
      FROM fiscal_year y
      JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
      JOIN (SELECT fiscal_year_id, category_id, row_number() OVER (PARTITION BY fiscal_year_id ORDER BY sort_order, id) AS rank
        FROM category_year WHERE ward_id = ${reader.wardId}) c
        ON c.fiscal_year_id = y.id AND c.category_id = e.category_id
      LEFT JOIN fiscal_year last ON last.ward_id = y.ward_id AND last.year = y.year - 1
      LEFT JOIN entry before ON before.ward_id = e.ward_id AND before.project_id = e.project_id
        AND before.fiscal_year_id = last.id AND before.status <> 'withdrawn'
      WHERE y.ward_id = ${reader.wardId} AND y.year = ${year}
    ) e
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    LEFT JOIN undecidable_entry u ON u.ward_id = e.ward_id AND u.entry_id = e.id
    LEFT JOIN entry_revision r ON r.ward_id = e.ward_id AND r.entry_id = e.id AND r.version = e.version
    WHERE (${department}::uuid IS NULL OR e.department_id = ${department}::uuid)
      AND (${category}::uuid IS NULL OR e.category_id = ${category}::uuid)
      AND CASE ${status}::text WHEN 'undecided' THEN e.status NOT IN ('approved', 'withdrawn')
        ELSE e.status = ${status}::text OR (${status}::text IS NULL AND e.status <> 'withdrawn') END
      AND e.search_key LIKE ALL (${patternsOf(q)}::text[])`);
  const numbered = rows.map((row) => ({
    ...row,
    number: row.status === 'withdrawn' ? null : `${row.categoryOrder}-${row.place}`,
    difference: difference(row.amount, row.lastYearAmount),
  }));
  return sortEntries(numbered, filter.sort);
}
