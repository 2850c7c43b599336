import 'server-only';
import { createHash } from 'node:crypto';
import type { Finding } from '@/lib/domain/findings/check';
import { errorsByEntry, errorsInTexts } from '@/lib/domain/findings/year-findings';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { type OpenPoint, openPointsOf, type SinceEdition, type YearFacts } from '@/lib/domain/year/open-points';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import { isCountedEntry, isLastYearOpen, joinLastYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { findYearFindings } from '@/lib/server/findings/year-findings-queries';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { firstDraftedYear } from './earlier-totals';
import { categoryTotalsOf } from './year-queries';

type Entry = YearFacts['entries'][number] & { categoryId: string; saidOfLastYear: number | null };

/** Of which rule, where, at what, and against what: another error in its place is another one. 48 bits, which a number holds exactly. */
function checksumOf(errors: readonly Finding[], categoryName: string | null = null): number {
  const seen = JSON.stringify([
    categoryName,
    ...errors.map(({ rule, place, flagged, found, expected }) => [rule, place, flagged, found, expected]),
  ]);
  return createHash('sha256').update(seen).digest().readUIntBE(0, 6);
}

/** What was changed of last year since its newest edition; null: it has none. */
async function lastYearNow(from: Db, wardId: string, year: number): Promise<YearFacts['lastYearNow']> {
  const edition = await from.first<{ id: string; fiscalYearId: string }>(sql`
    SELECT n.id, n.fiscal_year_id AS "fiscalYearId" FROM newest_edition n
    JOIN fiscal_year y ON y.ward_id = n.ward_id AND y.id = n.fiscal_year_id
    WHERE n.ward_id = ${wardId} AND y.year = ${year - 1}`);
  if (!edition) return null;
  const entries = await from.rows<SinceEdition>(sql`
    SELECT coalesce(e.id, p.entry_id) AS id, coalesce(e.name, p.name) AS name,
      CASE WHEN p.id IS NULL THEN 0 ELSE p.amount END AS published, CASE WHEN e.id IS NULL THEN 0 ELSE e.amount END AS now
    FROM (SELECT * FROM entry e WHERE ward_id = ${wardId} AND fiscal_year_id = ${edition.fiscalYearId} AND ${isCountedEntry}) e
    FULL JOIN (SELECT * FROM edition_entry WHERE ward_id = ${wardId} AND edition_id = ${edition.id}) p ON p.entry_id = e.id
    WHERE e.id IS NULL OR p.id IS NULL OR e.amount IS DISTINCT FROM p.amount
    ORDER BY coalesce(p.sort_order, e.sort_order), 1`);
  return { entries, figures: await categoryTotalsOf(from, wardId, year - 1, year - 1) };
}

/** What stands against the year's being final, for a command as for the page; `unread` where it is about to be published. */
export async function openPointsOfYear(from: Db, wardId: string, year: number, unread = 0): Promise<OpenPoint[]> {
  const entries = await from.rows<Selected<Entry, EntryModel, Exclude<keyof Entry, 'saidOfLastYear'>>>(sql`
    SELECT e.id, e.name, e.status, e.amount, e.category_id AS "categoryId",
      CASE WHEN before.id IS NULL THEN e.recorded_last_year_amount END AS "saidOfLastYear"
    FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id AND ${isCountedEntry} ${joinLastYear}
    WHERE y.ward_id = ${wardId} AND y.year = ${year} ORDER BY e.sort_order, e.id`);
  const figures = await categoryTotalsOf(from, wardId, year - TABLE_YEARS + 1, year);
  const last = await from.first<{ isOpen: boolean }>(
    sql`SELECT ${isLastYearOpen} AS "isOpen" FROM fiscal_year y WHERE ward_id = ${wardId} AND year = ${year}`,
  );
  const found = (await findYearFindings(from, wardId, year)) ?? [];
  return openPointsOf({
    year,
    unread,
    entries,
    figures,
    lastIsOpen: last?.isOpen === true,
    lastYearNow: await lastYearNow(from, wardId, year),
    firstDrafted: await firstDraftedYear(from, wardId),
    entryErrors: errorsByEntry(found).map(({ entry, errors }) => ({ entry, checksum: checksumOf(errors) })),
    textErrors: errorsInTexts(found).map(({ finding, categoryName }) => ({
      found: finding.found,
      flagged: finding.flagged,
      checksum: checksumOf([finding], categoryName),
    })),
    saidOfLastYear: entries.flatMap(({ categoryId, saidOfLastYear: amount }) =>
      amount === null ? [] : { categoryId, amount },
    ),
  });
}

export const listOpenPoints = ({ wardId }: Reader, year: number, unread = 0): Promise<OpenPoint[]> =>
  consistentRead((tx) => openPointsOfYear(tx, wardId, year, unread));
