import 'server-only';
import type { EditionName } from '@/lib/domain/edition/edition';
import type { EntryField } from '@/lib/domain/entry/entry-fields';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { Place, Source } from '@/lib/domain/read-through/place';
import type { PlaceSource } from '@/lib/domain/read-through/read-through';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { type Db, type Statement, sql } from '@/lib/server/database/db';
import { isCountedEntry } from '@/lib/server/database/facts';
import type { YearData } from '@/lib/server/document/document';

type EntryFacts = {
  id: string;
  projectId: string;
  version: number;
  status: EntryStatus;
  updatedAt: Date;
  lastYear: 'new' | null;
  recordedLastYearAmount: number | null;
  lastYearEntryId: string | null;
};
/** Who had a hand in what a field says, and when it was changed last; nobody had where it was taken over. */
type Typed = { id: string; field: string; by: string[]; at: Date };
type TypedSetting = Typed & { categoryId: string | null; year: number };

type Only = readonly string[] | null;

const listEntryFacts = (tx: Db, wardId: string, fiscalYearId: string, only: Only) =>
  tx.rows<EntryFacts>(sql`
    SELECT e.id, e.project_id AS "projectId", e.version, e.status, e.updated_at AS "updatedAt", e.last_year AS "lastYear",
      e.recorded_last_year_amount AS "recordedLastYearAmount", before.id AS "lastYearEntryId"
    FROM entry e LEFT JOIN last_year_entry before ON before.ward_id = e.ward_id
      AND before.fiscal_year_id = e.fiscal_year_id AND before.project_id = e.project_id
    WHERE e.ward_id = ${wardId} AND e.fiscal_year_id = ${fiscalYearId} AND ${isCountedEntry}
      AND (${only}::uuid[] IS NULL OR e.id = ANY (${only}::uuid[]))`);

/**
 * Of rows (id, field, value, actor, sequence, at): a text is of all who wrote at it, anything else of those who typed what it says
 * now, whoever changed it in between.
 */
const typedIn = (changes: Statement): Statement => sql`
  SELECT id, field, max(at) AS at, coalesce(array_agg(DISTINCT actor)
    FILTER (WHERE actor IS NOT NULL AND (value = newest OR jsonb_typeof(newest) = 'string')), '{}') AS by
  FROM (SELECT *, first_value(value) OVER (PARTITION BY id, field ORDER BY sequence DESC) AS newest FROM (${changes}) AS c) AS c
  GROUP BY id, field`;

/** Of this year's entries and of last year's, whose amounts stand beside them. What a copy holds nobody typed. */
const listTyped = (tx: Db, wardId: string, year: number, only: Only) =>
  tx.rows<Typed>(
    typedIn(sql`
    SELECT s.entry_id AS id, f.field, f.value, s.actor_id AS actor, s.sequence, s.at
    FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
    JOIN entry_step s ON s.ward_id = e.ward_id AND s.entry_id = e.id
    CROSS JOIN LATERAL jsonb_each(s.after) AS f (field, value)
    WHERE y.ward_id = ${wardId} AND y.year IN (${year}, ${year - 1}) AND s.action NOT IN ('copy', 'recorded')
      AND f.field NOT IN ('status', 'findingReasons') AND (${only}::uuid[] IS NULL
        OR e.project_id IN (SELECT project_id FROM entry WHERE ward_id = ${wardId} AND id = ANY (${only}::uuid[])))`),
  );

const listTypedSettings = (tx: Db, wardId: string, year: number) =>
  tx.rows<TypedSetting>(sql`
    WITH setting AS (SELECT y.id, NULL::uuid AS category_id, y.year FROM fiscal_year y WHERE y.ward_id = ${wardId} AND y.year = ${year}
      UNION ALL SELECT c.id, c.category_id, y.year FROM category_year c
        JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
        WHERE c.ward_id = ${wardId} AND y.year BETWEEN ${year - TABLE_YEARS + 1} AND ${year})
    SELECT s.id, s.category_id AS "categoryId", s.year, t.field, t.at, t.by FROM setting s JOIN (${typedIn(sql`
      SELECT a.subject_id AS id, f.field, f.value, a.actor_id AS actor, a.sequence, a.at
      FROM setting s JOIN audit_event a ON a.ward_id = ${wardId} AND a.subject_id = s.id AND a.operation <> 'recorded'
      CROSS JOIN LATERAL jsonb_each(a.after) AS f (field, value)`)}) AS t ON t.id = s.id`);

const listPublishedYears = (tx: Db, wardId: string, year: number) =>
  tx.rows<EditionName>(sql`
    SELECT y.year, n.number, n.kind FROM newest_edition n
    JOIN fiscal_year y ON y.ward_id = n.ward_id AND y.id = n.fiscal_year_id
    WHERE n.ward_id = ${wardId} AND y.year BETWEEN ${year - TABLE_YEARS + 1} AND ${year - 1}`);

/** Fields that speak with the one that a place is of. */
const TOGETHER: Partial<Record<EntryField, EntryField[]>> = {
  name: ['name', 'mark'],
  remarks: ['remarks', 'mark', 'lastYear'],
};

/** What each place comes from, who typed that, and when; of the entries, `only` these. Always as many statements. */
export async function sourcesOf(tx: Db, wardId: string, year: number, data: YearData, only: Only = null) {
  const entries = new Map((await listEntryFacts(tx, wardId, data.year.id, only)).map((entry) => [entry.id, entry]));
  const typed = new Map((await listTyped(tx, wardId, year, only)).map((of) => [`${of.id} ${of.field}`, of]));
  const settings = new Map(
    (await listTypedSettings(tx, wardId, year)).map((of) => [`${of.categoryId ?? ''} ${of.year} ${of.field}`, of]),
  );
  const published = new Map((await listPublishedYears(tx, wardId, year)).map((of) => [of.year, of]));

  const by = (origin: PlaceSource['origin'], ...found: (Typed | undefined)[]): PlaceSource => {
    const known = found.flatMap((of) => of ?? []);
    const last = known.map(({ at }) => at.getTime()).reduce((one, other) => Math.max(one, other), 0);
    return {
      origin,
      typists: known.flatMap((of) => of.by),
      changedAt: last > 0 ? new Date(last).toISOString() : null,
    };
  };
  const setting = (field: string, of: number, categoryId = '') => settings.get(`${categoryId} ${of} ${field}`);

  function ofTotal(categoryId: string, of: number): PlaceSource {
    const edition = published.get(of);
    if (edition) return by({ kind: 'edition', edition });
    const known = data.totals.find((row) => row.categoryId === categoryId && row.year === of);
    if (known && known.recorded !== null) return by({ kind: 'recorded' }, setting('recordedTotal', of, categoryId));
    return by({ kind: 'computed' }, setting('annexAmount', of, categoryId));
  }

  function ofLastYear(entryId: string): PlaceSource {
    const entry = entries.get(entryId);
    if (entry?.lastYearEntryId) return ofLastYearEntry(entry.lastYearEntryId);
    if (entry?.lastYear === 'new') return by({ kind: 'saidNew' }, typed.get(`${entryId} lastYear`));
    return by({ kind: 'recordedLastYear' }, typed.get(`${entryId} recordedLastYearAmount`));
  }

  function ofLastYearEntry(id: string | undefined): PlaceSource {
    const edition = published.get(year - 1);
    if (edition) return by({ kind: 'edition', edition });
    return by({ kind: 'lastYear', year: year - 1 }, id ? typed.get(`${id} amount`) : undefined);
  }

  function ofEntry(entryId: string, field: EntryField): PlaceSource {
    const entry = entries.get(entryId);
    const found = (TOGETHER[field] ?? [field]).map((of) => typed.get(`${entryId} ${of}`));
    if (!entry) return by({ kind: 'computed' }, ...found);
    const { version, status, updatedAt } = entry;
    return by({ kind: 'entry', version, status, at: updatedAt.toISOString() }, ...found);
  }

  function sourceOf(source: Source): PlaceSource {
    switch (source.kind) {
      case 'year':
        return by({ kind: 'settings' }, setting(source.field, year));
      case 'category':
        return by({ kind: 'settings' }, setting(source.field, year, source.categoryId));
      case 'total':
        return ofTotal(source.categoryId, source.year);
      case 'entry':
        return ofEntry(source.entryId, source.field);
      case 'lastYear':
        return ofLastYear(source.entryId);
      case 'ended':
        return ofLastYearEntry(data.carried.find(({ projectId }) => projectId === source.projectId)?.entryId);
      case 'computed':
        return by({ kind: 'computed' });
    }
  }
  return ({ source }: Pick<Place, 'source'>): PlaceSource => sourceOf(source);
}
