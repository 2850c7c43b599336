import 'server-only';
import type { CarriedEntry, DocumentCategory, DocumentInput } from '@/lib/document/document-input';
import { unprintableIn } from '@/lib/document/printable';
import { printedEntries } from '@/lib/document/templates/d1';
import type { DocumentKind } from '@/lib/document/templates/templates';
import { printedTexts } from '@/lib/domain/entry/entry';
import { fieldsWhere } from '@/lib/domain/entry/entry-fields';
import { UNDECIDED } from '@/lib/domain/entry/entry-workflow';
import {
  blankYears,
  type CategoryYearTotal,
  hasRecordedTotals,
  overCeilings,
  overviewOf,
  TABLE_YEARS,
  totalsTable,
  withoutAnnex,
} from '@/lib/domain/year/category-totals';
import type { Closed } from '@/lib/domain/year/open-points';
import type { DocumentState } from '@/lib/domain/year/year-document';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import {
  closedYear,
  isCountedEntry,
  isLastYearOpen,
  isNewProject,
  isOpenYear,
  joinLastYear,
  lastYearAmount,
} from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { selected } from '@/lib/server/entry/entry-target';
import type { Reader } from '@/lib/server/gate/reading';
import type { CategoryYearModel, FiscalYearModel } from '@/lib/server/generated/models';
import { categoryTotalsOf } from '@/lib/server/year/year-queries';
import { selectedTexts } from '@/lib/server/year/year-target';
import { inTurn } from './in-turn';
import { draftSource, type Source } from './source';

type Year = {
  id: string;
  wardName: string;
  wardCode: string;
  isOpen: boolean;
  closed: Closed | null;
} & LastYear;
type YearRow = Year & DocumentInput['texts'];
type LastYear = { lastIsOpen: boolean; lastHasEntries: boolean; lastHasUndecided: boolean };
type Explained = Pick<DocumentCategory, 'id' | 'name' | 'explanation'>;
type Entry = DocumentInput['entries'][number] & { id: string };
type Carried = CarriedEntry & { projectId: string; entryId: string };
export type YearData = {
  year: Year;
  texts: DocumentInput['texts'];
  explained: Explained[];
  totals: CategoryYearTotal[];
  entries: Entry[];
  carried: Carried[];
};

const findYear = (tx: Db, wardId: string, year: number) =>
  tx.first<Selected<YearRow, FiscalYearModel, keyof DocumentInput['texts']>>(sql`
    SELECT y.id, w.name AS "wardName", w.code AS "wardCode", ${isOpenYear('y')} AS "isOpen", ${closedYear} AS closed, ${selectedTexts},
      ${isLastYearOpen} AS "lastIsOpen",
      EXISTS (SELECT FROM last_year_entry b WHERE b.ward_id = y.ward_id AND b.fiscal_year_id = y.id) AS "lastHasEntries",
      EXISTS (SELECT FROM last_year_entry b WHERE b.ward_id = y.ward_id AND b.fiscal_year_id = y.id
        AND b.edition_number IS NULL AND b.status = ANY (${UNDECIDED})) AS "lastHasUndecided"
    FROM fiscal_year y JOIN ward w ON w.id = y.ward_id
    WHERE y.ward_id = ${wardId} AND y.year = ${year}`);

const listExplained = (tx: Db, wardId: string, fiscalYearId: string) =>
  tx.rows<Selected<Explained, CategoryYearModel, 'name' | 'explanation'>>(sql`
    SELECT category_id AS id, name, explanation
    FROM category_year WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId} ORDER BY sort_order, id`);

const listEntries = (tx: Db, wardId: string, fiscalYearId: string, only: readonly string[] | null) =>
  tx.rows<Entry>(sql`
    SELECT e.id, ${selected(fieldsWhere({ isPrinted: true }))}, ${lastYearAmount} AS "lastYearAmount",
      ${isNewProject} AS "isNew", e.category_id AS "categoryId", d.name AS "departmentName",
      coalesce(before.category_id <> e.category_id, false) AS "isMoved",
      row_number() OVER (ORDER BY c.sort_order, c.id, e.sort_order, e.id) AS "sortOrder", e.status
    FROM entry e
    JOIN category_year c ON c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.category_id = e.category_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    ${joinLastYear}
    WHERE e.ward_id = ${wardId} AND e.fiscal_year_id = ${fiscalYearId} AND ${isCountedEntry}
      AND (${only}::uuid[] IS NULL OR e.id = ANY (${only}::uuid[]))
    ORDER BY "sortOrder"`);

/** As the list of entries carries them. */
const listCarried = (tx: Db, wardId: string, fiscalYearId: string) =>
  tx.rows<Carried>(sql`
    SELECT before.project_id AS "projectId", before.id AS "entryId", coalesce(e.name, before.name) AS name, before.category_id AS "categoryId", d.name AS "departmentName",
      before.amount AS "lastYearAmount", e.id IS NOT NULL AS "isMoved",
      row_number() OVER (ORDER BY before.sort_order, before.id) AS "sortOrder"
    FROM last_year_entry before
    LEFT JOIN entry e ON e.ward_id = before.ward_id AND e.fiscal_year_id = before.fiscal_year_id
      AND e.project_id = before.project_id AND ${isCountedEntry}
    JOIN department d ON d.ward_id = before.ward_id AND d.id = coalesce(e.department_id, before.department_id)
    WHERE before.ward_id = ${wardId} AND before.fiscal_year_id = ${fiscalYearId}
      AND e.category_id IS DISTINCT FROM before.category_id
    ORDER BY "sortOrder"`);

/** What a year's documents are made of, for a command as for a page; of the entries, `only` these. */
export async function readYear(
  tx: Db,
  wardId: string,
  asked: number,
  only: readonly string[] | null = null,
): Promise<YearData | undefined> {
  const found = await findYear(tx, wardId, asked);
  if (!found) return undefined;
  const { id, wardName, wardCode, isOpen, closed, lastIsOpen, lastHasEntries, lastHasUndecided, ...texts } = found;
  const year = { id, wardName, wardCode, isOpen, closed, lastIsOpen, lastHasEntries, lastHasUndecided };
  const explained = await listExplained(tx, wardId, year.id);
  const totals = await categoryTotalsOf(tx, wardId, asked - TABLE_YEARS + 1, asked);
  const entries = await listEntries(tx, wardId, year.id, only);
  // A year that has no entries yet has ended nothing.
  const carried = entries.length > 0 && !only ? await listCarried(tx, wardId, year.id) : [];
  return { year, texts, explained, totals, entries, carried };
}

/** The rows of the year's table, on the screen as in print. What ended stands below the year's own. */
function categoriesOf(year: number, { explained, totals }: YearData): DocumentCategory[] {
  const { years, rows } = totalsTable(year, totals);
  const allListed = new Set(
    overviewOf(year, totals).now.flatMap(({ categoryId, recorded, annex }) =>
      recorded === null && annex === 0 ? categoryId : [],
    ),
  );
  const own = new Map(explained.map((category) => [category.id, category]));
  return rows.map(({ categoryId: id, name, totals: of }, sortOrder) => ({
    id,
    name: own.get(id)?.name ?? name,
    explanation: own.get(id)?.explanation ?? '',
    sortOrder,
    isAllListed: allListed.has(id),
    totals: Object.fromEntries(
      years.flatMap((ofYear, index) => (of[index] === undefined ? [] : [[ofYear, of[index]]])),
    ),
  }));
}

const hasTotalsOnly = (year: number, { entries, totals }: YearData): boolean =>
  entries.length === 0 && hasRecordedTotals(overviewOf(year, totals));

export const inputOf = (year: number, data: YearData, isDraft: boolean) => ({
  year,
  wardName: data.year.wardName,
  isDraft,
  hasTotalsOnly: hasTotalsOnly(year, data),
  texts: data.texts,
  categories: categoriesOf(year, data),
  entries: data.entries,
  carried: data.carried,
});

const linkOf = ({ id, name }: Entry) => ({ id, name });

/** Characters that print as something else; only what is printed is looked at. */
function unprintableOf({ texts, explained, entries }: YearData): DocumentState['unprintable'] {
  const { title, mark, draftMark, totalLabel, personnelNote, annexNote } = texts;
  const ownTexts = [title, mark, draftMark, totalLabel, personnelNote, annexNote];
  const categoryTexts = explained.flatMap(({ name, explanation }) => [name, explanation]);
  return [
    { entry: null, characters: unprintableIn([...ownTexts, ...categoryTexts]) },
    ...entries.map((entry) => ({
      entry: linkOf(entry),
      characters: unprintableIn(entry.isPriority ? printedTexts(entry) : [entry.name, entry.remarks]),
    })),
  ].filter(({ characters }) => characters.length > 0);
}

function stateOf(year: number, data: YearData): DocumentState {
  const { isOpen, lastIsOpen, lastHasEntries, lastHasUndecided } = data.year;
  const undecided = data.entries.filter(({ status }) => UNDECIDED.includes(status));
  const isDecided = undecided.length === 0 && (data.entries.length > 0 || !isOpen);
  const overview = overviewOf(year, data.totals);
  const isUnsettled = lastIsOpen || lastHasUndecided;
  return {
    isDraft: !isDecided || lastIsOpen === true,
    undecided: undecided.map((entry) => ({ ...linkOf(entry), status: entry.status })),
    blankAnnexes: withoutAnnex(overview).map(({ name }) => name),
    blankAmounts: data.entries.filter(({ amount }) => amount === null).map(linkOf),
    blankYears: blankYears(data.totals).filter((of) => of !== year),
    overCeilings: isOpen ? overCeilings(overview.now) : [],
    unsettledYear: isUnsettled ? { year: year - 1, hasUndecided: lastHasUndecided } : null,
    unknownLastYear: data.entries
      .filter(({ isPriority, lastYearAmount }) => lastHasEntries && isPriority && lastYearAmount === null)
      .map(linkOf),
    hasTotalsOnly: hasTotalsOnly(year, data),
    unprintable: unprintableOf(data),
  };
}

export type YearDocument = {
  kind: DocumentKind;
  year: number;
  wardCode: string;
  fiscalYearId: string;
  isOpen: boolean;
  closed: Closed | null;
  source: Source;
  state: DocumentState;
  /** The entries that the model has with their texts, in its order. */
  printed: { id: string; name: string }[];
};

/** A document of a year as its data stand now, always a draft, and what keeps it from being final. */
export async function getDocument(
  reader: Reader,
  year: number,
  kind: DocumentKind = 'document',
): Promise<YearDocument | undefined> {
  // All of one moment: an amount that is changed meanwhile can't stand in an entry and be missing in the totals.
  const data = await inTurn(() => consistentRead((tx) => readYear(tx, reader.wardId, year)));
  if (!data) return undefined;
  const printed = kind === 'document' ? printedEntries(data.entries).map(linkOf) : [];
  const { id: fiscalYearId, wardCode, isOpen, closed } = data.year;
  return {
    kind,
    year,
    wardCode,
    fiscalYearId,
    isOpen,
    closed,
    source: draftSource(inputOf(year, data, true)),
    state: stateOf(year, data),
    printed,
  };
}
