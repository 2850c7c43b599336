import 'server-only';
import type { AuditChange, AuditPage, AuditRow } from '@/lib/domain/audit';
import { fiscalYearName } from '@/lib/domain/fiscal-year';
import { isId } from '@/lib/domain/inputs';
import { db, sql } from './db';
import type { Reader } from './reading';

const PAGE_SIZE = 50;

type Values = Record<string, unknown>;
type Row = Omit<AuditRow, 'changes' | 'side'> & {
  before: Values | null;
  after: Values | null;
  subjectYear: number | null;
};

/** A page of what happened in the ward, newest first; `olderThan` is the last row of the page before. */
const listRows = (reader: Reader, olderThan: string | null) =>
  db.rows<Row>(sql`
    SELECT v.id, v.at, v.operation, v.subject, v.before, v.after, v.actor_name AS "actorName",
      v.actor_role AS "actorRole", v.address,
      coalesce(e.name, c.name, d.name, a.name) AS "subjectName", coalesce(y.year, ey.year, cy.year) AS "subjectYear"
    FROM audit_event v
    LEFT JOIN entry e ON v.subject = 'entry' AND e.ward_id = v.ward_id AND e.id = v.subject_id
    LEFT JOIN fiscal_year ey ON ey.ward_id = e.ward_id AND ey.id = e.fiscal_year_id
    LEFT JOIN category_year c ON v.subject = 'category_year' AND c.ward_id = v.ward_id AND c.id = v.subject_id
    LEFT JOIN fiscal_year cy ON cy.ward_id = c.ward_id AND cy.id = c.fiscal_year_id
    LEFT JOIN department d ON v.subject = 'department' AND d.ward_id = v.ward_id AND d.id = v.subject_id
    LEFT JOIN membership m ON v.subject = 'membership' AND m.ward_id = v.ward_id AND m.id = v.subject_id
    LEFT JOIN account a ON a.id = m.account_id
    LEFT JOIN fiscal_year y ON v.subject IN ('fiscal_year', 'document') AND y.ward_id = v.ward_id AND y.id = v.subject_id
    WHERE v.ward_id = ${reader.wardId} AND (${olderThan}::uuid IS NULL OR (v.at, v.id) <
      (SELECT o.at, o.id FROM audit_event o WHERE o.ward_id = ${reader.wardId} AND o.id = ${olderThan}::uuid))
    ORDER BY v.at DESC, v.id DESC LIMIT ${PAGE_SIZE + 1}`);

/** What ids in before and after stand for. */
async function namesOf(reader: Reader): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM department WHERE ward_id = ${reader.wardId}
    UNION ALL
    (SELECT DISTINCT ON (c.category_id) c.category_id, c.name
     FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
     WHERE c.ward_id = ${reader.wardId} ORDER BY c.category_id, y.year DESC)`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The projects that entries were said to go on with, by the newest name. */
async function projectsOf(reader: Reader, rows: readonly Row[]): Promise<[string, string][]> {
  const ids = rows.flatMap(({ before, after }) => [before?.lastYearProjectId, after?.lastYearProjectId]).filter(isId);
  if (ids.length === 0) return [];
  const found = await db.rows<{ id: string; name: string }>(sql`
    SELECT DISTINCT ON (e.project_id) e.project_id AS id, e.name
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${reader.wardId} AND e.project_id = ANY (${ids}::uuid[]) ORDER BY e.project_id, y.year DESC`);
  return found.map(({ id, name }) => [id, name]);
}

function changesOf({ before, after }: Row, names: Map<string, string>): AuditChange[] {
  const asText = (value: unknown) => {
    if (Array.isArray(value)) return value.join('\n');
    return value === null || value === undefined ? null : (names.get(`${value}`) ?? `${value}`);
  };
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, before: asText(before?.[field]), after: asText(after?.[field]) }));
}

const sideOf = ({ before, after }: Row): AuditRow['side'] => {
  if (before === null) return 'after';
  return after === null ? 'before' : 'both';
};

/** A row whose subject is gone still carries its name. */
const nameOf = ({ subjectName, before, after }: Row): string | null => {
  const recorded = subjectName ?? after?.name ?? before?.name;
  return typeof recorded === 'string' ? recorded : null;
};

const subjectOf = (row: Row): string | null =>
  [row.subjectYear && fiscalYearName(row.subjectYear), nameOf(row)].filter(Boolean).join(' ') || null;

export async function listAuditEvents(reader: Reader, olderThan: string | null): Promise<AuditPage> {
  const [found, known] = await Promise.all([listRows(reader, olderThan), namesOf(reader)]);
  const names = new Map([...known, ...(await projectsOf(reader, found))]);
  const rows = found.slice(0, PAGE_SIZE).map((row): AuditRow => {
    const { before: _, after: __, subjectYear: ___, ...event } = row;
    return { ...event, subjectName: subjectOf(row), changes: changesOf(row, names), side: sideOf(row) };
  });
  const isLast = found.length <= PAGE_SIZE;
  return { rows, olderThan: isLast ? null : (rows.at(-1)?.id ?? null) };
}
