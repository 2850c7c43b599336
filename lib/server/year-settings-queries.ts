import 'server-only';
import { draftedYear, isFiscalYear } from '@/lib/domain/fiscal-year';
import type { CategorySettings, DocumentTexts, YearList, YearRow, YearSettings } from '@/lib/domain/year-settings';
import { db, sql } from './db';
import { lastChanges } from './last-changes';
import type { Reader } from './reading';

export async function listYearSettings(reader: Reader): Promise<YearList> {
  const years = await db.rows<YearRow>(sql`
    SELECT y.year, y.version, y.status = 'open' AS "isOpen",
      (SELECT count(*) FROM entry e WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
        AND e.status <> 'withdrawn') AS "entryCount",
      (SELECT count(*) FROM entry e WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
        AND e.status NOT IN ('approved', 'withdrawn')) AS "undecidedCount",
      (SELECT count(*) FROM category_year c WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
        AND c.recorded_total IS NULL AND c.annex_amount IS NULL) AS "blankAnnexCount",
      (SELECT count(*) FROM category_year c WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
        AND c.annex_amount IS NOT NULL) AS "annexCount"
    FROM fiscal_year y WHERE y.ward_id = ${reader.wardId} ORDER BY y.year DESC`);
  const newest = years[0]?.year;
  const nextYear = newest === undefined ? draftedYear(new Date()) : newest + 1;
  return { years, nextYear: isFiscalYear(nextYear) ? nextYear : null };
}

type TextsRow = DocumentTexts & { id: string; version: number; isOpen: boolean };

export async function getYearSettings(reader: Reader, year: number): Promise<YearSettings | undefined> {
  const row = await db.first<TextsRow>(sql`
    SELECT id, version, status = 'open' AS "isOpen", title, mark, draft_mark AS "draftMark", total_label AS "totalLabel",
      personnel_note AS "personnelNote", annex_note AS "annexNote"
    FROM fiscal_year WHERE ward_id = ${reader.wardId} AND year = ${year}`);
  if (!row) return undefined;
  const categories = await db.rows<Omit<CategorySettings, 'lastChange'>>(sql`
    SELECT c.id, c.version, c.name, c.explanation, c.ceiling, c.annex_amount AS "annexAmount",
      c.recorded_total AS "recordedTotal"
    FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE c.ward_id = ${reader.wardId} AND y.year = ${year} ORDER BY c.sort_order, c.id`);
  const { id, version, isOpen, ...texts } = row;
  const changes = await lastChanges(reader, [id, ...categories.map((category) => category.id)]);
  const lastChange = (of: string) => changes.get(of) ?? null;
  return {
    year,
    version,
    isOpen,
    texts,
    lastChange: lastChange(id),
    categories: categories.map((category) => ({ ...category, lastChange: lastChange(category.id) })),
  };
}
