import 'server-only';
import { errorsByEntry } from '@/lib/domain/findings/year-findings';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { type OpenPoint, openPointsOf, type YearFacts } from '@/lib/domain/year/open-points';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import { isCountedEntry, isLastYearOpen, joinLastYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { findYearFindings } from '@/lib/server/findings/year-findings-queries';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { firstDraftedYear } from './earlier-totals';
import { categoryTotalsOf } from './year-queries';

type Entry = YearFacts['entries'][number] & { categoryId: string; saidOfLastYear: number | null };

/** What stands against the year's being final, for a command as for the page. */
export async function openPointsOfYear(from: Db, wardId: string, year: number): Promise<OpenPoint[]> {
  const entries = await from.rows<Selected<Entry, EntryModel, Exclude<keyof Entry, 'saidOfLastYear'>>>(sql`
    SELECT e.id, e.name, e.status, e.amount, e.category_id AS "categoryId",
      CASE WHEN before.id IS NULL THEN e.recorded_last_year_amount END AS "saidOfLastYear"
    FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id AND ${isCountedEntry} ${joinLastYear}
    WHERE y.ward_id = ${wardId} AND y.year = ${year} ORDER BY e.sort_order, e.id`);
  const figures = await categoryTotalsOf(from, wardId, year - TABLE_YEARS + 1, year);
  const last = await from.first<{ isOpen: boolean }>(
    sql`SELECT ${isLastYearOpen} AS "isOpen" FROM fiscal_year y WHERE ward_id = ${wardId} AND year = ${year}`,
  );
  return openPointsOf({
    year,
    entries,
    figures,
    lastIsOpen: last?.isOpen === true,
    firstDrafted: await firstDraftedYear(from, wardId),
    errors: errorsByEntry((await findYearFindings(from, wardId, year)) ?? []),
    saidOfLastYear: entries.flatMap(({ categoryId, saidOfLastYear: amount }) =>
      amount === null ? [] : { categoryId, amount },
    ),
  });
}

export const listOpenPoints = ({ wardId }: Reader, year: number): Promise<OpenPoint[]> =>
  consistentRead((tx) => openPointsOfYear(tx, wardId, year));
