import 'server-only';
import { v5 } from 'uuid';
import { firstYearCategories, firstYearTexts } from '@/lib/document/first-year';
import { fail, succeed } from '@/lib/domain/result';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import {
  type EarlierTotals,
  earlierYears,
  recordTotalsInput,
  removeEarlierYearInput,
  totalField,
} from '@/lib/domain/year/earlier-totals';
import { draftedYear } from '@/lib/domain/year/fiscal-year';
import type { DocumentTexts } from '@/lib/domain/year/year-settings';
import { consistentRead, type Db, newId, sql } from '@/lib/server/database/db';
import { isOpenYear } from '@/lib/server/database/facts';
import { atLockedWard, type CommandContext, command } from '@/lib/server/gate/command';
import type { Reader } from '@/lib/server/gate/reading';
import { actingRole, lastChanges, recordAudit } from '@/lib/server/history/audit';
import { selectedTexts } from './year-target';

type Category = { id: string; name: string; explanation: string; sortOrder: number };
type Recorded = {
  year: number;
  fiscalYearId: string;
  categoryYearId: string | null;
  categoryId: string;
  name: string;
  explanation: string;
  amount: number | null;
  version: number;
};

/** In the version, a year taken out counts more than all the changes that went with it. */
const REMOVAL = 1_000_000;

/** The first year of which more than totals is on record; undefined: there is none yet. */
export async function firstDraftedYear(from: Db, wardId: string): Promise<number | undefined> {
  const found = await from.first<{ year: number }>(sql`
    SELECT y.year FROM fiscal_year y WHERE y.ward_id = ${wardId} AND (
      EXISTS (SELECT FROM entry e WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id)
      OR (${isOpenYear('y')} OR EXISTS (SELECT FROM category_year c
          WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id AND c.annex_amount IS NOT NULL))
        AND NOT EXISTS (SELECT FROM category_year c
          WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id AND c.recorded_total IS NOT NULL))
    ORDER BY y.year LIMIT 1`);
  return found?.year;
}

/** Nothing but totals is on record of these years; `version` counts all that was ever changed of them. */
async function readEarlier(from: Db, wardId: string) {
  const first = await firstDraftedYear(from, wardId);
  const before = first ?? draftedYear(new Date());
  const recorded = await from.rows<Recorded>(sql`
    SELECT y.year, y.id AS "fiscalYearId", c.id AS "categoryYearId", c.category_id AS "categoryId", c.name, c.explanation,
      c.recorded_total AS amount, coalesce(c.version, 0) AS version
    FROM fiscal_year y LEFT JOIN category_year c ON c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
    WHERE y.ward_id = ${wardId} AND y.year < ${before} ORDER BY y.year, c.sort_order, c.id`);
  const categories = await from.rows<Category>(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (c.category_id) c.category_id AS id, c.name, c.explanation, c.sort_order AS "sortOrder"
      FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
      WHERE c.ward_id = ${wardId} ORDER BY c.category_id, y.year DESC) AS newest
    ORDER BY "sortOrder", id`);
  const removed = await from.first<{ count: number }>(sql`SELECT count(*) AS count FROM audit_event
    WHERE ward_id = ${wardId} AND operation = 'earlierTotals.remove' AND subject = 'fiscal_year'`);
  const version = recorded.reduce((sum, row) => sum + row.version, (removed?.count ?? 0) * REMOVAL);
  return { before, recorded, categories, version };
}

/** The closed years whose document prints the totals of years before `before` as they stand: no edition keeps them. */
async function printedLive(from: Db, wardId: string, before: number): Promise<number[]> {
  const rows = await from.rows<{ year: number }>(sql`
    SELECT y.year FROM fiscal_year y WHERE y.ward_id = ${wardId} AND NOT ${isOpenYear('y')}
      AND y.year BETWEEN ${before} AND ${before + TABLE_YEARS - 2}
      AND NOT EXISTS (SELECT FROM newest_edition n WHERE n.ward_id = y.ward_id AND n.fiscal_year_id = y.id)
    ORDER BY y.year`);
  return rows.map(({ year }) => year);
}

/** @param from the oldest year that is asked for, should it be older than those of the document and of the records. */
export async function getEarlierTotals(reader: Reader, from = Number.POSITIVE_INFINITY): Promise<EarlierTotals> {
  const { before, recorded, categories, version, printedBy } = await consistentRead(async (tx) => {
    const found = await readEarlier(tx, reader.wardId);
    return { ...found, printedBy: await printedLive(tx, reader.wardId, found.before) };
  });
  const recordedYears = [...new Set(recorded.map(({ year }) => year))];
  const ids = recorded.flatMap(({ categoryYearId }) => categoryYearId ?? []);
  const changes = [...(await lastChanges(reader, ids)).values()];
  // The same at each visit, by whomever: what is typed belongs to them before they are stored.
  const offered = firstYearCategories.map(({ name }) => ({ id: v5(name, reader.wardId), name }));
  return {
    version,
    years: earlierYears(before, Math.min(from, before, ...recorded.map(({ year }) => year))),
    categories: categories.length > 0 ? categories.map(({ id, name }) => ({ id, name })) : offered,
    totals: [
      ...recorded.flatMap(({ year, categoryId, amount }) => (amount === null ? [] : { year, categoryId, amount })),
      ...recordedYears.flatMap((year) =>
        categories
          .filter(({ id }) => !recorded.some((row) => row.year === year && row.categoryId === id))
          .map(({ id: categoryId }) => ({ year, categoryId, amount: 0 })),
      ),
    ],
    recordedYears,
    printedBy,
    lastChange: changes.sort((one, other) => other.at.localeCompare(one.at))[0] ?? null,
  };
}

/** What a year or a category of it begins with stands whole in the log, which it is held against from there on. */
const recordNew = ({ actor, tx, operation, address }: CommandContext, ids: readonly string[]): Promise<number> =>
  tx.run(sql`
    INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, subject_name, subject_year, after, actor_id, actor_role, address)
    SELECT w.ward_id, gen_random_uuid(), ${operation}, w.subject, w.id, s.name, s.year, jsonb_strip_nulls(w.content),
      ${actor.accountId}::uuid, ${actingRole(actor, operation)}, ${address}
    FROM ward_setting w LEFT JOIN audit_subject s ON s.ward_id = w.ward_id AND s.subject = w.subject AND s.id = w.id
    WHERE w.ward_id = ${actor.wardId} AND w.id = ANY (${[...ids]}::uuid[]) ORDER BY w.subject DESC, s.year, w.id`);

/** A closed year of totals alone, with the texts of the year nearest to it, or those that a ward begins with. */
async function addYear({ tx, actor }: CommandContext, wardName: string, year: number): Promise<string> {
  const id = newId();
  const texts = firstYearTexts(wardName);
  await tx.run(sql`
    INSERT INTO fiscal_year (ward_id, id, year, status, title, mark, draft_mark, total_label, personnel_note, annex_note)
    SELECT ${actor.wardId}, ${id}, ${year}, 'closed', coalesce(n.title, ${texts.title}), coalesce(n.mark, ${texts.mark}),
      coalesce(n.draft_mark, ${texts.draftMark}), coalesce(n.total_label, ${texts.totalLabel}),
      coalesce(n.personnel_note, ${texts.personnelNote}), coalesce(n.annex_note, ${texts.annexNote})
    FROM (VALUES (1)) AS one LEFT JOIN LATERAL (SELECT * FROM fiscal_year WHERE ward_id = ${actor.wardId}
      ORDER BY abs(year - ${year}), year LIMIT 1) AS n ON true`);
  return id;
}

const beginning = ({ id, name }: { id: string; name: string }, sortOrder: number): Category => {
  const explanation = firstYearCategories.find((of) => of.name === name)?.explanation ?? '';
  return { id, name, explanation, sortOrder };
};

/**
 * What each category came to in years before the first one that was drafted here. A year that has none of them on record yet
 * is made, closed; a total that is taken out leaves a blank.
 */
export const recordTotals = command({
  operation: 'earlierTotals.record',
  input: recordTotalsInput,
  load: atLockedWard,
  async run(context, ward, input) {
    const { tx, actor } = context;
    const { wardId } = actor;
    const { before, recorded, categories, version } = await readEarlier(tx, wardId);
    if (version !== input.version) return fail('conflict');
    const begun = categories.length > 0 ? [] : input.categories.map((of, index) => beginning(of, index + 1));
    const known = new Map([...categories, ...begun].map((category) => [category.id, category]));
    const stored = new Map(recorded.map((row) => [totalField(row.year, row.categoryId), row]));
    const given = new Map(input.totals.map((total) => [totalField(total.year, total.categoryId), total]));
    const years = new Map(recorded.map(({ year, fiscalYearId }) => [year, fiscalYearId]));
    // What a year on record doesn't have came to 0 in it.
    const amountOf = (key: string, year: number) =>
      stored.get(key)?.amount ?? (stored.has(key) || !years.has(year) ? null : 0);
    // A new year has every category, blank or not: the sum of some is not its total, and the next year goes on with all.
    const newYears = new Set(
      [...given.values()].flatMap(({ year, amount }) => (amount === null || years.has(year) ? [] : year)),
    );
    for (const year of newYears) {
      for (const categoryId of known.keys()) {
        const key = totalField(year, categoryId);
        if (!given.has(key)) given.set(key, { year, categoryId, amount: null });
      }
    }
    const changed = [...given].filter(
      ([key, { year, amount }]) => newYears.has(year) || amountOf(key, year) !== amount,
    );
    if (changed.some(([, { year, categoryId }]) => year >= before || !known.has(categoryId))) return fail('not_found');

    const live = await printedLive(tx, wardId, before);
    const added: string[] = [];
    if (changed.length > 0)
      await tx.run(sql`INSERT INTO category (ward_id, id)
        SELECT ${wardId}::uuid, id FROM unnest(${begun.map(({ id }) => id)}::uuid[]) AS t (id) ON CONFLICT DO NOTHING`);
    for (const [key, { year, categoryId, amount }] of changed) {
      const row = stored.get(key);
      if (row?.categoryYearId) {
        const done = await tx.run(sql`UPDATE category_year SET recorded_total = ${amount}, version = version + 1
          WHERE ward_id = ${wardId} AND id = ${row.categoryYearId} AND version = ${row.version}`);
        if (done !== 1) return fail('conflict');
        const printedBy = live.filter((by) => by - year < TABLE_YEARS);
        const change = {
          before: { recordedTotal: row.amount },
          after: { recordedTotal: amount, ...(printedBy.length > 0 && { printedBy }) },
        };
        await recordAudit(context, { subject: 'category_year', subjectId: row.categoryYearId, ...change });
        continue;
      }
      const fiscalYearId = years.get(year) ?? (await addYear(context, ward.name, year));
      if (!years.has(year)) added.push(fiscalYearId);
      years.set(year, fiscalYearId);
      const id = newId();
      const { name = '', explanation = '', sortOrder = 0 } = known.get(categoryId) ?? {};
      await tx.run(sql`
        INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order, recorded_total)
        VALUES (${wardId}, ${id}, ${categoryId}, ${fiscalYearId}, ${name}, ${explanation}, ${sortOrder}, ${amount})`);
      added.push(id);
    }
    if (added.length > 0) await recordNew(context, added);
    return succeed({ version: version + changed.length });
  },
});

/** A year of totals alone is taken out again, with all that is on record of it. */
export const removeEarlierYear = command({
  operation: 'earlierTotals.remove',
  input: removeEarlierYearInput,
  load: atLockedWard,
  async run(context, { wardId }, { year, version }) {
    const { tx } = context;
    const found = await readEarlier(tx, wardId);
    if (found.version !== version) return fail('conflict');
    const ofYear = found.recorded.filter((row) => row.year === year);
    const fiscalYearId = ofYear[0]?.fiscalYearId;
    if (!fiscalYearId) return fail('not_found');
    const edition = await tx.first(
      sql`SELECT id FROM edition WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId} LIMIT 1`,
    );
    if (edition) return fail('year_published');
    const texts = await tx.first<DocumentTexts>(
      sql`SELECT ${selectedTexts} FROM fiscal_year y WHERE ward_id = ${wardId} AND id = ${fiscalYearId}`,
    );
    // Before they go: the log names their year.
    for (const { categoryYearId, name, explanation, amount } of ofYear) {
      const before = { name, explanation, recordedTotal: amount };
      if (categoryYearId) await recordAudit(context, { subject: 'category_year', subjectId: categoryYearId, before });
    }
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, before: { year, ...texts } });
    await tx.run(sql`DELETE FROM reading_mark WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId}`);
    await tx.run(sql`DELETE FROM category_year WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId}`);
    await tx.run(sql`DELETE FROM fiscal_year WHERE ward_id = ${wardId} AND id = ${fiscalYearId}`);
    return succeed(undefined);
  },
});
