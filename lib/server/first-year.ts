import 'server-only';
import { firstYearCategories, firstYearTexts } from '@/lib/document/first-year';
import type { CommandContext } from './command';
import { sql } from './db';
import { newId } from './id';

/** A ward's first year: there is nothing to copy, so it begins with the usual texts and categories and no entries. */
export async function createFirstYear({ tx, actor }: CommandContext, wardName: string, year: number): Promise<string> {
  const fiscalYearId = newId();
  const texts = firstYearTexts(wardName);
  await tx.run(sql`
    INSERT INTO fiscal_year (ward_id, id, year, status, title, mark, draft_mark, total_label, personnel_note, annex_note)
    VALUES (${actor.wardId}, ${fiscalYearId}, ${year}, 'open', ${texts.title}, ${texts.mark}, ${texts.draftMark},
      ${texts.totalLabel}, ${texts.personnelNote}, ${texts.annexNote})`);
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
