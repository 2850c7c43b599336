import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { missingForSubmit } from '@/lib/domain/entry/entry';
import { type DecidedEntry, WITHDRAWN } from '@/lib/domain/entry/entry-workflow';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { isStep, type MarkedCheck } from '@/lib/domain/marked/marked';
import { MARKED_ACTS, type Mark, type Markable, type MarkedAct, type Marking } from '@/lib/domain/marked/marking';
import { hasRoleFor, may } from '@/lib/domain/permissions';
import { db, sql } from '@/lib/server/database/db';
import { isOpenYear, joinLastYear, joinNewestStep, newestDecision } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { getEntryChoices } from '@/lib/server/entry/entry-queries';
import { selected } from '@/lib/server/entry/entry-target';
import { readDictionary } from '@/lib/server/findings/dictionary-queries';
import { CHECKED, type CheckedRow } from '@/lib/server/findings/entry-findings-queries';
import { checkingWith } from '@/lib/server/findings/remembered-findings';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { listDepartmentOptions } from '@/lib/server/people/user-queries';

type Read = DecidedEntry & {
  id: string;
  categoryId: string;
  departmentId: string;
  steps: number;
  isPriority: boolean;
  isOpen: boolean;
  contributors: string[];
};
type Row = Selected<Read, EntryModel, Exclude<keyof Read, 'isOpen' | 'newestDecision'>>;

function actsOf(reader: Reader, row: Row): MarkedAct[] {
  const target = { wardId: reader.wardId, departmentId: row.departmentId, isOpen: row.isOpen, entry: row };
  return MARKED_ACTS.filter((act) => {
    if (isStep(act)) return may(reader, `entry.${act}`, target);
    if (act === 'move') return !WITHDRAWN.includes(row.status) && may(reader, 'entry.move', target);
    return row.isPriority === (act === 'unprioritize') && may(reader, 'entry.edit', target);
  });
}

const listRows = ({ wardId, departmentId, roles }: Reader, year: number) =>
  db.rows<Row>(sql`
    SELECT e.id, e.version, e.steps, e.status, e.ever_approved AS "everApproved", e.category_id AS "categoryId",
      e.department_id AS "departmentId", e.is_priority AS "isPriority", ${isOpenYear('y')} AS "isOpen",
      c.account_ids AS contributors, ${newestDecision} AS "newestDecision"
    FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
    JOIN entry_contributors c ON c.ward_id = e.ward_id AND c.entry_id = e.id ${joinNewestStep}
    WHERE y.ward_id = ${wardId} AND y.year = ${year} AND ${isOpenYear('y')}
      AND ('admin' = ANY (${roles}::text[]) OR ${departmentId}::uuid IS NULL OR e.department_id = ${departmentId}::uuid)`);

/** What the reader can do with the entries of a year, beside which a list can be marked. null: the reader works on none. */
export async function getMarkable(reader: Reader, year: number): Promise<Markable | null> {
  // Who works on no entry is told so without a look.
  if (!hasRoleFor(reader, 'entry.takeBack')) return null;
  const [rows, choices, departments] = await Promise.all([
    listRows(reader, year),
    getEntryChoices(reader, year),
    hasRoleFor(reader, 'entry.move') ? listDepartmentOptions(reader, null) : [],
  ]);
  const { categories = [] } = choices ?? {};
  const marking: Marking = { acts: [], categories, departments };
  const known = new Map<string, number>();
  const marks = new Map<string, { steps: number; mark: Mark }>();
  for (const row of rows) {
    const acts = actsOf(reader, row);
    if (acts.length === 0) continue;
    const key = acts.join();
    if (!known.has(key)) known.set(key, marking.acts.push(acts) - 1);
    const category = categories.findIndex(({ id }) => id === row.categoryId);
    const takes = acts.includes('takeBack') ? row.newestDecision?.action : undefined;
    const mark = [row.version, category, known.get(key) ?? 0, ...(takes ? [takes] : [])] as Mark;
    marks.set(row.id, { steps: row.steps, mark });
  }
  return { marking, marks };
}

type Checked = Parameters<typeof missingForSubmit>[0] & {
  id: string;
  steps: number;
  updatedAt: Date;
  findingReasons: FindingReason[] | null;
};
type CheckedEntryRow = CheckedRow & Selected<Checked, EntryModel, keyof Checked & keyof EntryModel>;

/** What is to be said of entries before they are submitted or decided about, as they are stored. */
export async function getMarkedChecks(reader: Reader, ids: readonly string[]): Promise<MarkedCheck[]> {
  const rows = await db.rows<CheckedEntryRow>(sql`
    SELECT e.id, e.steps, e.updated_at AS "updatedAt", ${selected()}, ${CHECKED}, e.finding_reasons AS "findingReasons"
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id ${joinLastYear}
    WHERE e.ward_id = ${reader.wardId} AND e.id = ANY (${ids}::uuid[])`);
  const check = checkingWith(await readDictionary(reader));
  const checks: MarkedCheck[] = [];
  for (const row of rows) {
    checks.push({
      id: row.id,
      missing: missingForSubmit(row),
      findings: check(row),
      said: row.findingReasons ?? [],
    });
    // Others have their turn.
    await setImmediate();
  }
  return checks;
}
