import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { checkText } from '@/lib/domain/findings/check';
import type { TextAbout } from '@/lib/domain/findings/finding';
import { type FindingReason, reasonFor } from '@/lib/domain/findings/finding-reasons';
import type { DictionaryRule } from '@/lib/domain/findings/house-dictionary';
import { countFindings, type FindingCounts, type YearFinding } from '@/lib/domain/findings/year-findings';
import type { DocumentTexts } from '@/lib/domain/year/year-settings';
import { type Db, db, sql } from '@/lib/server/database/db';
import { isCountedEntry, joinLastYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { CategoryYearModel, EntryModel, FiscalYearModel } from '@/lib/server/generated/models';
import { selectedTexts } from '@/lib/server/year/year-target';
import { getDictionary } from './dictionary-queries';
import { CHECKED, type CheckedRow } from './entry-findings-queries';
import { checkingWith, remembered } from './remembered-findings';

type Frame = { texts: DocumentTexts; categories: { name: string; explanation: string }[] };
type Texts = Selected<DocumentTexts & { id: string }, FiscalYearModel, keyof DocumentTexts | 'id'>;
type Category = Selected<Frame['categories'][number], CategoryYearModel, 'name' | 'explanation'>;

async function readFrame(tx: Db, wardId: string, year: number): Promise<Frame | undefined> {
  const found = await tx.first<Texts>(sql`
    SELECT id, ${selectedTexts} FROM fiscal_year y WHERE ward_id = ${wardId} AND year = ${year}`);
  if (!found) return undefined;
  const { id, ...texts } = found;
  const categories = await tx.rows<Category>(sql`
    SELECT name, explanation FROM category_year WHERE ward_id = ${wardId} AND fiscal_year_id = ${id} ORDER BY sort_order`);
  return { texts, categories };
}

type Read = {
  id: string;
  steps: number;
  updatedAt: Date;
  departmentId: string;
  departmentName: string;
  findingReasons: FindingReason[] | null;
};
type EntryRow = CheckedRow & Selected<Read, EntryModel, 'id' | 'steps' | 'updatedAt' | 'departmentId'>;

const readEntries = (tx: Db, wardId: string, year: number): Promise<EntryRow[]> =>
  tx.rows<EntryRow>(sql`
    SELECT ${CHECKED}, e.id, e.steps, e.updated_at AS "updatedAt", e.department_id AS "departmentId", d.name AS "departmentName",
      e.finding_reasons AS "findingReasons"
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id ${joinLastYear}
    WHERE e.ward_id = ${wardId} AND y.year = ${year} AND ${isCountedEntry} ORDER BY e.sort_order, e.id`);

function findInFrame({ texts, categories }: Frame, about: Omit<TextAbout, 'isName'>): YearFinding[] {
  const check = (place: string, text: string, isName: boolean, categoryName: string | null) =>
    checkText(place, text, { ...about, isName }).map((finding) => ({ finding, entry: null, categoryName, said: null }));
  return [
    ...Object.entries(texts).flatMap(([place, text]) =>
      typeof text === 'string' ? check(place, text, place === 'title', null) : [],
    ),
    ...categories.flatMap(({ name, explanation }) => [
      ...check('name', name, true, name),
      ...check('explanation', explanation, false, name),
    ]),
  ];
}

const AT_ONCE = 25;

async function findInEntries(rows: EntryRow[], dictionary: readonly DictionaryRule[]): Promise<YearFinding[]> {
  const check = checkingWith(dictionary);
  const all: YearFinding[] = [];
  for (const [index, row] of rows.entries()) {
    const { id, name, departmentId, departmentName, findingReasons } = row;
    // Whoever else asks meanwhile is answered in between.
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const findings = check(row);
    const of = { id, name, departmentId, departmentName };
    all.push(
      ...findings.map((finding) => ({
        finding,
        entry: of,
        categoryName: null,
        said: reasonFor(finding, findingReasons ?? []) ?? null,
      })),
    );
  }
  return all;
}

/** Everything that is found in a year: errors first, then in the order of the document. undefined: no such year. */
export async function findYearFindings(tx: Db, wardId: string, year: number): Promise<YearFinding[] | undefined> {
  const frame = await readFrame(tx, wardId, year);
  if (!frame) return undefined;
  const dictionary = await getDictionary(tx, wardId);
  const inEntries = await findInEntries(await readEntries(tx, wardId, year), dictionary);
  const all = [...findInFrame(frame, { year, dictionary }), ...inEntries];
  const isError = ({ finding }: YearFinding) => finding.severity === 'error';
  return [...all.filter(isError), ...all.filter((found) => !isError(found))];
}

export const getYearFindings = ({ wardId }: Reader, year: number) => findYearFindings(db, wardId, year);

/** Changes with everything that the findings of a year depend on, and costs a tenth of reading it. */
const stateOf = (tx: Db, wardId: string, year: number) =>
  tx.first<{ state: string }>(sql`
    SELECT concat_ws(' ', y.ward_id, y.year, y.version, last.id, n.id, max(e.updated_at), sum(e.steps),
      (SELECT string_agg(c.id || ':' || c.version, ',' ORDER BY c.id) FROM category_year c
        WHERE c.ward_id = y.ward_id AND c.fiscal_year_id = y.id),
      (SELECT string_agg(r.id || ':' || r.version, ',' ORDER BY r.id) FROM dictionary_rule r
        WHERE r.ward_id = y.ward_id)) AS state
    FROM fiscal_year y LEFT JOIN fiscal_year last ON last.ward_id = y.ward_id AND last.year = y.year - 1
    LEFT JOIN newest_edition n ON n.ward_id = last.ward_id AND n.fiscal_year_id = last.id
    LEFT JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id IN (y.id, last.id)
    WHERE y.ward_id = ${wardId} AND y.year = ${year} GROUP BY y.ward_id, y.id, last.ward_id, last.id, n.id`);

/** How many stand against closing and publishing, and how many ask for a look. */
export async function countYearFindings(tx: Db, wardId: string, year: number): Promise<FindingCounts> {
  // First: what comes meanwhile is counted again the next time.
  const { state } = (await stateOf(tx, wardId, year)) ?? { state: '' };
  const known = remembered().counts.get(state);
  if (known) return known;
  const counts = countFindings((await findYearFindings(tx, wardId, year)) ?? []);
  remembered().counts.set(state, counts);
  return counts;
}
