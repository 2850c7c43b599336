import 'server-only';
import { UNDECIDED } from '@/lib/domain/entry/entry-workflow';
import {
  type CategoryYearFigures,
  type CategoryYearTotal,
  overCeiling,
  overCeilings,
  withTotal,
} from '@/lib/domain/year/category-totals';
import { draftedYear, FIRST_FISCAL_YEAR, isFiscalYear, LAST_FISCAL_YEAR } from '@/lib/domain/year/fiscal-year';
import type {
  CategorySettings,
  DocumentTexts,
  FormerCategory,
  LastCategory,
  YearList,
  YearRow,
  YearSettings,
} from '@/lib/domain/year/year-settings';
import { consistentRead, type Db, db, sql } from '@/lib/server/database/db';
import { closedYear, isCountedEntry, isOpenYear, isWithdrawnEntry, reopenedYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { CategoryYearModel, FiscalYearModel } from '@/lib/server/generated/models';
import { lastChanges } from '@/lib/server/history/audit';
import { firstDraftedYear } from './earlier-totals';
import { selectedFields, selectedTexts } from './year-target';

/**
 * The categories of the years from `first` to `last` with their totals, in the order of print, newest year first. Years before
 * `publishedBefore` are what their newest final edition says, where they have one; the others what they come to as they stand.
 */
export const listCategoryTotals = (
  reader: Reader,
  first: number,
  last: number,
  from: Db = db,
  publishedBefore = last,
): Promise<CategoryYearTotal[]> => categoryTotalsOf(from, reader.wardId, first, last, publishedBefore);

/** The same for a command, which has passed the gate and reads in its own transaction. */
export async function categoryTotalsOf(
  from: Db,
  wardId: string,
  first: number,
  last: number,
  publishedBefore = last,
): Promise<CategoryYearTotal[]> {
  const rows = await from.rows<Selected<CategoryYearFigures, CategoryYearModel, 'categoryId' | 'name' | 'ceiling'>>(sql`
    WITH years AS (
      SELECT y.year, y.id, n.id AS edition_id FROM fiscal_year y LEFT JOIN newest_edition n
        ON n.ward_id = y.ward_id AND n.fiscal_year_id = y.id AND y.year < ${publishedBefore}
      WHERE y.ward_id = ${wardId} AND y.year BETWEEN ${first} AND ${last}
    ), categories AS (
      SELECT y.year, y.id AS of, c.category_id, c.name, c.ceiling, c.recorded_total, c.annex_amount, c.sort_order, c.id
      FROM years y JOIN category_year c ON c.ward_id = ${wardId} AND c.fiscal_year_id = y.id WHERE y.edition_id IS NULL
      UNION ALL
      SELECT y.year, y.edition_id, c.category_id, c.name, NULL, c.recorded_total, c.annex_amount, c.sort_order, c.id
      FROM years y JOIN edition_category c ON c.ward_id = ${wardId} AND c.edition_id = y.edition_id
    ), entries AS (
      SELECT e.fiscal_year_id AS of, e.category_id, e.amount FROM entry e
      WHERE e.ward_id = ${wardId} AND e.fiscal_year_id = ANY (ARRAY(SELECT id FROM years WHERE edition_id IS NULL))
        AND ${isCountedEntry}
      UNION ALL
      SELECT y.edition_id, e.category_id, e.amount FROM years y
      JOIN edition_entry e ON e.ward_id = ${wardId} AND e.edition_id = y.edition_id
    )
    SELECT c.year, c.category_id AS "categoryId", c.name, c.ceiling, c.recorded_total AS recorded,
      c.annex_amount AS annex, coalesce(e.sum, 0)::bigint AS "entrySum", coalesce(e.blank, 0) AS "blankEntries"
    FROM categories c LEFT JOIN (
      SELECT of, category_id, sum(amount) AS sum, count(*) FILTER (WHERE amount IS NULL) AS blank
      FROM entries GROUP BY of, category_id
    ) e ON e.of = c.of AND e.category_id = c.category_id
    ORDER BY c.year DESC, c.sort_order, c.id`);
  return rows.map(withTotal);
}

export async function listYearSettings(reader: Reader): Promise<YearList> {
  return consistentRead(async (tx) => {
    const rows = await tx.rows<Selected<Omit<YearRow, 'over'>, FiscalYearModel, 'year' | 'version'>>(sql`
    SELECT y.year, y.version, ${isOpenYear('y')} AS "isOpen",
      ${reopenedYear} AS reopened,
      (SELECT count(*) FROM entry e WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
        AND ${isCountedEntry}) AS "entryCount",
      (SELECT count(*) FROM entry e WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
        AND e.status = ANY (${UNDECIDED})) AS "undecidedCount",
      (SELECT count(*) FROM category_year c WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
        AND c.recorded_total IS NULL AND c.annex_amount IS NULL) AS "blankAnnexCount",
      (SELECT count(*) FROM category_year c WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
        AND c.annex_amount IS NOT NULL) AS "annexCount"
    FROM fiscal_year y WHERE y.ward_id = ${reader.wardId} ORDER BY y.year DESC`);
    const figures = await listCategoryTotals(reader, FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR, tx, FIRST_FISCAL_YEAR);
    const years = rows.map((row) => ({ ...row, over: overCeilings(figures.filter(({ year }) => year === row.year)) }));
    const newest = years[0]?.year;
    const isFirst = (await firstDraftedYear(tx, reader.wardId)) === undefined;
    const nextYear = Math.max((newest ?? 0) + 1, isFirst ? draftedYear(new Date()) : 0);
    return { years, nextYear: isFiscalYear(nextYear) ? nextYear : null };
  });
}

type TextsRow = Selected<
  DocumentTexts & Pick<YearSettings, 'version' | 'isOpen' | 'reopened' | 'closed' | 'deadline'> & { id: string },
  FiscalYearModel,
  'id' | 'version' | keyof DocumentTexts
>;
type LastTextsRow = Selected<DocumentTexts, FiscalYearModel, keyof DocumentTexts>;
type Computed = 'over' | 'entrySum' | 'blankEntries';
type CategoryRow = Selected<
  Omit<CategorySettings, 'lastChange' | Computed>,
  CategoryYearModel,
  Exclude<keyof CategorySettings, 'lastChange' | 'entries' | Computed>
>;

/** The categories that years before had and this one hasn't, those of last year first. */
export const formerCategories = (from: Db, wardId: string, year: number): Promise<FormerCategory[]> =>
  from.rows(sql`
    SELECT id, name, explanation FROM (
      SELECT DISTINCT ON (c.category_id) c.category_id AS id, c.name, c.explanation, y.year, c.sort_order
      FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
      WHERE c.ward_id = ${wardId} AND y.year < ${year} AND NOT EXISTS (
        SELECT FROM category_year own JOIN fiscal_year o ON o.ward_id = own.ward_id AND o.id = own.fiscal_year_id
        WHERE own.ward_id = c.ward_id AND own.category_id = c.category_id AND o.year = ${year})
      ORDER BY c.category_id, y.year DESC) AS newest
    ORDER BY year DESC, sort_order, id`);

/** An edition says neither what could be spent nor what is printed below: those are last year's own. */
async function lastCategories(reader: Reader, figures: readonly CategoryYearTotal[]): Promise<LastCategory[]> {
  const rows = await db.rows<Pick<LastCategory, 'categoryId' | 'ceiling' | 'explanation'>>(sql`
    SELECT c.category_id AS "categoryId", c.ceiling, c.explanation
    FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE c.ward_id = ${reader.wardId} AND y.year = ANY (${figures.map(({ year }) => year)})`);
  return figures.map((of) => {
    const own = rows.find(({ categoryId }) => categoryId === of.categoryId);
    return { ...of, ceiling: own?.ceiling ?? null, explanation: own?.explanation ?? null };
  });
}

export async function getYearSettings(reader: Reader, year: number): Promise<YearSettings | undefined> {
  const row = await db.first<TextsRow>(sql`
    SELECT id, version, ${isOpenYear('y')} AS "isOpen",
      ${reopenedYear} AS reopened, ${closedYear} AS closed, ${selectedFields}
    FROM fiscal_year y WHERE ward_id = ${reader.wardId} AND year = ${year}`);
  if (!row) return undefined;
  const categories = await db.rows<CategoryRow>(sql`
    SELECT c.id, c.category_id AS "categoryId", c.version, c.name, c.explanation, c.ceiling, c.annex_amount AS "annexAmount",
      c.recorded_total AS "recordedTotal",
      (SELECT jsonb_build_object('counted', count(*) FILTER (WHERE ${isCountedEntry}), 'withdrawn', count(*) FILTER (WHERE ${isWithdrawnEntry}))
        FROM entry e WHERE e.ward_id = c.ward_id AND e.fiscal_year_id = c.fiscal_year_id AND e.category_id = c.category_id) AS entries
    FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE c.ward_id = ${reader.wardId} AND y.year = ${year} ORDER BY c.sort_order, c.id`);
  const figures = await listCategoryTotals(reader, year - 1, year);
  const computed = (categoryId: string): Pick<CategorySettings, Computed> => {
    const found = figures.find((of) => of.year === year && of.categoryId === categoryId);
    const { entrySum, blankEntries } = found ?? { entrySum: 0, blankEntries: 0 };
    return { entrySum, blankEntries, over: found ? overCeiling(found) : null };
  };
  const last = await lastCategories(
    reader,
    figures.filter((of) => of.year < year),
  );
  const lastTexts = await db.first<LastTextsRow>(sql`
    SELECT ${selectedTexts} FROM fiscal_year y WHERE ward_id = ${reader.wardId} AND year = ${year - 1}`);
  const former = row.isOpen ? await formerCategories(db, reader.wardId, year) : [];
  const { id, version, isOpen, reopened, closed, deadline, ...texts } = row;
  const changes = await lastChanges(reader, [id, ...categories.map((category) => category.id)]);
  const lastChange = (of: string) => changes.get(of) ?? null;
  return {
    year,
    version,
    isOpen,
    reopened,
    closed,
    texts,
    lastTexts: lastTexts ?? null,
    deadline,
    lastChange: lastChange(id),
    categories: categories.map((category) => ({
      ...category,
      ...computed(category.categoryId),
      lastChange: lastChange(category.id),
    })),
    last,
    former: former.map(({ id: of, name }) => ({ id: of, name })),
  };
}
