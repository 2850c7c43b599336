import 'server-only';
import { fail, succeed } from '@/lib/domain/result';
import { editCategoryInput, editDocumentTextsInput, orderCategoryInput } from '@/lib/domain/year/year-settings';
import { sql } from '@/lib/server/database/db';
import { isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { type CommandContext, command } from '@/lib/server/gate/command';
import type { CategoryYearModel } from '@/lib/server/generated/models';
import { changeOf, isUnchanged, recordAudit } from '@/lib/server/history/audit';
import { moveOnePlace } from '@/lib/server/history/move-one-place';
import { assignedTexts, loadYearSettings } from './year-target';

type Fields = { name: string; explanation: string; ceiling: number | null; annexAmount: number | null };
type Read = Fields & { version: number; fiscalYearId: string; isOpen: boolean };
type Row = Selected<Read, CategoryYearModel, keyof Fields | 'version' | 'fiscalYearId'>;

/** Its year is locked shared, as for an entry. */
async function loadCategory({ tx, actor }: CommandContext, { categoryYearId }: { categoryYearId: string }) {
  const row = await tx.first<Row>(sql`
    SELECT c.version, c.name, c.explanation, c.ceiling, c.annex_amount AS "annexAmount", y.id AS "fiscalYearId", ${isOpenYear('y')} AS "isOpen"
    FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE c.ward_id = ${actor.wardId} AND c.id = ${categoryYearId} FOR SHARE OF y`);
  return row && { wardId: actor.wardId, isOpen: row.isOpen, row };
}

const fieldsOf = ({ name, explanation, ceiling, annexAmount }: Fields): Fields => ({
  name,
  explanation,
  ceiling,
  annexAmount,
});

/** What the year says about a category: name, printed explanation, 枠 and 別紙掲載分. */
export const editCategory = command({
  operation: 'category.edit',
  input: editCategoryInput,
  load: loadCategory,
  async run(context, { row }, input) {
    const { tx, actor } = context;
    const { categoryYearId, version } = input;
    const change = changeOf(fieldsOf(row), fieldsOf(input));
    if (isUnchanged(change) && version === row.version) return succeed({ version });
    const changed = await tx.run(sql`
      UPDATE category_year SET name = ${input.name}, explanation = ${input.explanation}, ceiling = ${input.ceiling},
        annex_amount = ${input.annexAmount}, version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${categoryYearId} AND version = ${version}`);
    if (changed !== 1) return fail('conflict');
    await recordAudit(context, { subject: 'category_year', subjectId: categoryYearId, ...change });
    return succeed({ version: version + 1 });
  },
});

/** Among the year's categories. */
export const orderCategory = command({
  operation: 'category.order',
  input: orderCategoryInput,
  load: loadCategory,
  run: (context, { row }, { categoryYearId: id, version, direction }) =>
    moveOnePlace(
      context,
      { subject: 'category_year', within: sql`fiscal_year_id = ${row.fiscalYearId}` },
      { id, version, direction },
    ),
});

/** The texts that the year's document prints around its figures. */
export const editDocumentTexts = command({
  operation: 'documentTexts.edit',
  input: editDocumentTextsInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId, version: stored, texts: before }, { year: _, version, ...texts }) {
    const { tx, actor } = context;
    const change = changeOf(before, texts);
    if (isUnchanged(change) && version === stored) return succeed({ version });
    const changed = await tx.run(sql`
      UPDATE fiscal_year SET ${assignedTexts(texts)}, version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version}`);
    if (changed !== 1) return fail('conflict');
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed({ version: version + 1 });
  },
});
