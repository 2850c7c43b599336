import 'server-only';
import { firstYearCategories, firstYearTexts } from '@/lib/document/first-year';
import { fieldsWhere } from '@/lib/domain/entry/entry-fields';
import { NEW_STATUS } from '@/lib/domain/entry/entry-workflow';
import { newId, type Statement, sql } from '@/lib/server/database/db';
import { isCountedEntry, isWithdrawnEntry } from '@/lib/server/database/facts';
import { columns } from '@/lib/server/entry/entry-target';
import type { CommandContext } from '@/lib/server/gate/command';
import { actingRole } from '@/lib/server/history/audit';
import { nameOfActor } from '@/lib/server/history/entry-history';
import { textColumns, textValues } from './year-target';

/** A ward's first year: there is nothing to copy, so it begins with the usual texts and categories and no entries. */
export async function createFirstYear({ tx, actor }: CommandContext, wardName: string, year: number): Promise<string> {
  const fiscalYearId = newId();
  await tx.run(sql`
    INSERT INTO fiscal_year (ward_id, id, year, status, ${textColumns})
    VALUES (${actor.wardId}, ${fiscalYearId}, ${year}, 'open', ${textValues(firstYearTexts(wardName))})`);
  const categoryIds = firstYearCategories.map(newId);
  await tx.run(sql`
    INSERT INTO category (ward_id, id) SELECT ${actor.wardId}::uuid, id FROM unnest(${categoryIds}::uuid[]) AS t (id)`);
  await tx.run(sql`
    INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order)
    SELECT ${actor.wardId}::uuid, t.id, t.category_id, ${fiscalYearId}::uuid, t.name, t.explanation, t.place
    FROM unnest(${categoryIds.map(newId)}::uuid[], ${categoryIds}::uuid[], ${firstYearCategories.map(({ name }) => name)}::text[],
      ${firstYearCategories.map(({ explanation }) => explanation)}::text[])
      WITH ORDINALITY AS t (id, category_id, name, explanation, place)`);
  return fiscalYearId;
}

/** `notCopied` are the names of what was withdrawn. */
type Copied = { fiscalYearId: string; entryCount: number; notCopied: string[] };

/** Old ids beside the new rows' ids, which the program makes: the database has no UUIDv7 before version 18. */
async function renewed({ tx }: CommandContext, statement: Statement): Promise<{ from: string[]; to: string[] }> {
  const from = (await tx.rows<{ id: string }>(statement)).map(({ id }) => id);
  return { from, to: from.map(newId) };
}

/** The year's texts and categories, without amounts; where all entries were listed, they are again. */
async function copyFrame(context: CommandContext, sourceId: string, fiscalYearId: string, year: number) {
  const { tx, actor } = context;
  await tx.run(sql`
    INSERT INTO fiscal_year (ward_id, id, year, status, ${textColumns})
    SELECT ward_id, ${fiscalYearId}, ${year}, 'open', ${textColumns}
    FROM fiscal_year WHERE ward_id = ${actor.wardId} AND id = ${sourceId}`);
  const ids = await renewed(
    context,
    sql`SELECT id FROM category_year WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${sourceId} FOR SHARE`,
  );
  await tx.run(sql`
    INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order, annex_amount)
    SELECT c.ward_id, t.id, c.category_id, ${fiscalYearId}, c.name, c.explanation, c.sort_order,
      CASE WHEN c.annex_amount = 0 THEN 0 END
    FROM unnest(${ids.from}::uuid[], ${ids.to}::uuid[]) AS t (source, id)
    JOIN category_year c ON c.ward_id = ${actor.wardId} AND c.id = t.source`);
}

/** Every entry that wasn't withdrawn as a draft at version 1 with its first step; the amount is blank. */
async function copyEntries(context: CommandContext, sourceId: string, fiscalYearId: string): Promise<number> {
  const { tx, actor, operation, address } = context;
  const ids = await renewed(
    context,
    sql`SELECT id FROM entry e WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${sourceId} AND ${isCountedEntry}
      ORDER BY sort_order, id FOR SHARE`,
  );
  const copied = columns(fieldsWhere({ isCopied: true }));
  await tx.run(sql`
    INSERT INTO entry (ward_id, id, project_id, fiscal_year_id, ${copied}, sort_order, search_key, status, version, updated_by)
    SELECT e.ward_id, t.id, e.project_id, ${fiscalYearId}, ${copied}, e.sort_order, e.search_key, ${NEW_STATUS}, 1, ${nameOfActor(actor)}
    FROM unnest(${ids.from}::uuid[], ${ids.to}::uuid[]) AS t (source, id)
    JOIN entry e ON e.ward_id = ${actor.wardId} AND e.id = t.source`);
  await tx.run(sql`
    INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, after, actor_id, actor_role, address)
    SELECT e.ward_id, t.id, e.id, 1, 1, 'copy', entry_snapshot(e), ${actor.accountId}, ${actingRole(actor, operation)}, ${address}
    FROM unnest(${ids.to}::uuid[], ${ids.to.map(newId)}::uuid[]) AS t (entry_id, id)
    JOIN entry e ON e.ward_id = ${actor.wardId} AND e.id = t.entry_id`);
  return ids.to.length;
}

export async function copyYear(context: CommandContext, sourceId: string, year: number): Promise<Copied> {
  const fiscalYearId = newId();
  await copyFrame(context, sourceId, fiscalYearId, year);
  const entryCount = await copyEntries(context, sourceId, fiscalYearId);
  const left = await context.tx.rows<{ name: string }>(sql`
    SELECT name FROM entry e WHERE ward_id = ${context.actor.wardId} AND fiscal_year_id = ${sourceId} AND ${isWithdrawnEntry}
    ORDER BY sort_order, id`);
  return { fiscalYearId, entryCount, notCopied: left.map(({ name }) => name) };
}
