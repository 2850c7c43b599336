import 'server-only';
import { fail, succeed } from '@/lib/domain/result';
import {
  addCategoryInput,
  editCategoryInput,
  endCategoryInput,
  orderCategoryInput,
} from '@/lib/domain/year/year-settings';
import { newId, type Statement, sql } from '@/lib/server/database/db';
import { isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { type CommandContext, command } from '@/lib/server/gate/command';
import type { CategoryYearModel } from '@/lib/server/generated/models';
import { changeOf, isUnchanged, recordAudit } from '@/lib/server/history/audit';
import { moveOnePlace } from '@/lib/server/history/move-one-place';
import { formerCategories } from './year-queries';
import { loadYearSettings } from './year-target';

type Fields = { name: string; explanation: string; ceiling: number | null; annexAmount: number | null };
type Read = Fields & { version: number; fiscalYearId: string; categoryId: string; recordedTotal: number | null };
type Row = Selected<Read & { isOpen: boolean }, CategoryYearModel, keyof Read>;
type Asked = { categoryYearId: string };

const load =
  (lock: Statement) =>
  async ({ tx, actor }: CommandContext, { categoryYearId }: Asked) => {
    const row = await tx.first<Row>(sql`
      SELECT c.version, c.name, c.explanation, c.ceiling, c.annex_amount AS "annexAmount", c.category_id AS "categoryId",
        c.recorded_total AS "recordedTotal", y.id AS "fiscalYearId", ${isOpenYear('y')} AS "isOpen"
      FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
      WHERE c.ward_id = ${actor.wardId} AND c.id = ${categoryYearId} ${lock}`);
    return row && { wardId: actor.wardId, isOpen: row.isOpen, row };
  };
/** Its year is locked shared, as for an entry. */
const loadCategory = load(sql`FOR SHARE OF y`);
/** No entry comes into it meanwhile. */
const loadWithLockedYear = load(sql`FOR NO KEY UPDATE OF y`);

const isNameTaken = async ({ tx, actor }: CommandContext, fiscalYearId: string, name: string): Promise<boolean> =>
  (await tx.first(sql`SELECT id FROM category_year
    WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId} AND name = ${name}`)) !== undefined;

const taken = () => fail('invalid_input', { name: 'already_used' });

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
  load: loadWithLockedYear,
  async run(context, { row }, input) {
    const { tx, actor } = context;
    const { categoryYearId, version } = input;
    const change = changeOf(fieldsOf(row), fieldsOf(input));
    if (isUnchanged(change) && version === row.version) return succeed({ version });
    if ('name' in change.after && (await isNameTaken(context, row.fiscalYearId, input.name))) return taken();
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

/**
 * A category that the year didn't have. One that goes on with a former one, under whatever name, is the same category: its totals
 * of before stand in one row with this year's, and each counts once.
 */
export const addCategory = command({
  operation: 'category.add',
  input: addCategoryInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { year, name, continuedId }) {
    const { tx, actor } = context;
    if (await isNameTaken(context, fiscalYearId, name)) return taken();
    const formers = await formerCategories(tx, actor.wardId, year);
    const former = continuedId ? formers.find(({ id }) => id === continuedId) : null;
    if (former === undefined) return fail('invalid_input', { continuedId: 'not_in_list' });
    // Two rows of one name in the document's table could not be told apart.
    if (!former && formers.some((of) => of.name === name)) return fail('invalid_input', { continuedId: 'former_name' });
    const categoryId = former?.id ?? newId();
    const explanation = former?.explanation ?? '';
    if (!former) await tx.run(sql`INSERT INTO category (ward_id, id) VALUES (${actor.wardId}, ${categoryId})`);
    const subjectId = newId();
    await tx.run(sql`
      INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order)
      SELECT ${actor.wardId}, ${subjectId}, ${categoryId}, ${fiscalYearId}, ${name}, ${explanation}, coalesce(max(sort_order), 0) + 1
      FROM category_year WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId}`);
    const after = { name, explanation, ...(former && { continuedFrom: former.name }) };
    await recordAudit(context, { subject: 'category_year', subjectId, after });
    return succeed({ categoryYearId: subjectId });
  },
});

/** The year goes on without it; its totals of before stay. What it still holds has to go elsewhere first. */
export const endCategory = command({
  operation: 'category.end',
  input: endCategoryInput,
  load: loadWithLockedYear,
  async run(context, { row }, { categoryYearId, version }) {
    const { tx, actor } = context;
    const entry = await tx.first(sql`SELECT id FROM entry WHERE ward_id = ${actor.wardId}
      AND fiscal_year_id = ${row.fiscalYearId} AND category_id = ${row.categoryId} LIMIT 1`);
    if (entry) return fail('category_has_entries');
    if ((row.annexAmount ?? 0) !== 0 || (row.recordedTotal ?? 0) !== 0) return fail('category_has_amounts');
    const { recordedTotal } = row;
    // Before it goes: the log names its year.
    await recordAudit(context, {
      subject: 'category_year',
      subjectId: categoryYearId,
      before: { ...fieldsOf(row), ...(recordedTotal !== null && { recordedTotal }) },
    });
    const done = await tx.run(sql`DELETE FROM category_year
      WHERE ward_id = ${actor.wardId} AND id = ${categoryYearId} AND version = ${version}`);
    return done === 1 ? succeed(undefined) : fail('conflict');
  },
});
