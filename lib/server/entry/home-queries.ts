import 'server-only';
import { missingForSubmit } from '@/lib/domain/entry/entry';
import type { EntryContent, EntryField } from '@/lib/domain/entry/entry-fields';
import type { ReturnedEntry } from '@/lib/domain/entry/entry-view';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { type EntryTask, type HomeYear, type StatusCount, TASKS_SHOWN } from '@/lib/domain/year/year-home';
import { db, sql } from '@/lib/server/database/db';
import {
  deadline,
  isDraftedEntry,
  isLastYearOpen,
  isNewProject,
  isOpenYear,
  isWaitingEntry,
  joinLastYear,
  joinSubmission,
  lastYearAmount,
  reopenedYear,
  sendsBack,
  submittedAt,
  submittedBy,
} from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { countYearFindings } from '@/lib/server/findings/year-findings-queries';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel, EntryStepModel, FiscalYearModel } from '@/lib/server/generated/models';
import { logError } from '@/lib/server/log';
import { listCategoryTotals } from '@/lib/server/year/year-queries';
import { selected } from './entry-target';

const getHomeYear = (reader: Reader, year: number): Promise<HomeYear | undefined> =>
  db.first<Selected<HomeYear, FiscalYearModel, 'totalLabel'>>(sql`
    SELECT ${isOpenYear('y')} AS "isOpen", total_label AS "totalLabel",
      ${reopenedYear} AS reopened, ${deadline}, ${isLastYearOpen} AS "lastIsOpen"
    FROM fiscal_year y WHERE ward_id = ${reader.wardId} AND year = ${year}`);

/** How many entries each 課 has in each status, and of how many nobody can decide. 課 in their order. */
export const listStatusCounts = (reader: Reader, year: number): Promise<StatusCount[]> =>
  db.rows<Selected<StatusCount, EntryModel, 'departmentId' | 'status'>>(sql`
    SELECT d.id AS "departmentId", d.name AS "departmentName", e.status, count(*) AS count,
      coalesce(sum(e.amount), 0)::bigint AS amount, count(*) FILTER (WHERE e.amount IS NULL) AS blank,
      count(*) FILTER (WHERE ${isWaitingEntry} AND e.id IN (
        SELECT entry_id FROM undecidable_entry WHERE ward_id = ${reader.wardId})) AS undecidable
    FROM entry e
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    WHERE e.ward_id = ${reader.wardId} AND y.year = ${year}
    GROUP BY d.id, d.name, d.sort_order, e.status ORDER BY d.sort_order, d.name`);

type Task = Omit<EntryTask, 'missing'> & EntryContent;
type TaskRow = Selected<
  Selected<Task, FiscalYearModel, 'year'>,
  EntryModel,
  'id' | 'status' | Exclude<EntryField, 'lastYearProjectId'>
>;

/**
 * What waits for the reader in every open year: entries that they may submit, and entries that they may decide about. Of each year and
 * status only those that are shown are read whole.
 */
export async function listEntryTasks({ wardId, accountId, departmentId, roles }: Reader): Promise<EntryTask[]> {
  const rows = await db.rows<TaskRow>(sql`
    WITH waiting AS (
      SELECT e.id, w.action, w.reason, w.actor_name, w.at, count(*) OVER alike AS alike,
        row_number() OVER (alike ORDER BY w.action IS NULL, e.sort_order, e.id) AS place
      FROM fiscal_year y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
      JOIN entry_contributors c ON c.ward_id = e.ward_id AND c.entry_id = e.id
      LEFT JOIN LATERAL (
        SELECT action, reason, actor_name, at FROM entry_step s
        WHERE ward_id = e.ward_id AND entry_id = e.id AND e.steps > 1 AND ${sendsBack}
        ORDER BY sequence DESC LIMIT 1) w ON true
      WHERE y.ward_id = ${wardId} AND ${isOpenYear('y')} AND CASE
        WHEN ${isDraftedEntry} THEN 'drafter' = ANY (${roles}::text[]) AND e.department_id = ${departmentId}::uuid
        WHEN ${isWaitingEntry} THEN 'approver' = ANY (${roles}::text[]) AND ${accountId}::uuid <> ALL (c.account_ids)
          AND (${departmentId}::uuid IS NULL OR e.department_id = ${departmentId}::uuid) END
      WINDOW alike AS (PARTITION BY y.id, e.status)
    )
    SELECT e.id, y.year, e.status, ${selected()}, d.name AS "departmentName", ${lastYearAmount} AS "lastYearAmount",
      ${isNewProject} AS "isNew", ${submittedAt} AS "submittedAt", ${submittedBy} AS "submittedBy", w.alike,
      CASE WHEN w.action IS NOT NULL
        THEN json_build_object('action', w.action, 'reason', w.reason, 'actorName', w.actor_name, 'at', w.at) END AS "sentBack"
    FROM waiting w JOIN entry e ON e.ward_id = ${wardId} AND e.id = w.id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    ${joinSubmission}
    ${joinLastYear}
    WHERE w.place <= ${TASKS_SHOWN} ORDER BY w.place`);
  return rows.map((row) => {
    const { id, year, status, name, departmentName, amount, lastYearAmount: last, isNew, sentBack } = row;
    const { submittedAt: at, submittedBy: by, alike } = row;
    const shown = { id, year, status, name, departmentName, amount, lastYearAmount: last, isNew, sentBack };
    return { ...shown, missing: missingForSubmit(row), submittedAt: at, submittedBy: by, alike };
  });
}

/** The home's blocks are read beside each other: one that fails leaves the others standing. undefined: no such year. */
export async function readHome(reader: Reader, year: number) {
  const [home, blocks] = await Promise.all([
    getHomeYear(reader, year),
    Promise.allSettled([
      listEntryTasks(reader),
      listStatusCounts(reader, year),
      listCategoryTotals(reader, year - TABLE_YEARS + 1, year),
      countYearFindings(db, reader.wardId, year),
    ]),
  ]);
  for (const block of blocks) if (block.status === 'rejected') logError(block.reason);
  const [tasks, counts, figures, findings] = blocks;
  return home && { home, tasks, counts, figures, findings };
}

/** What the reader returned and nobody has submitted again: their reasons stay in their sight. */
export async function listReturnedByReader(reader: Reader, year: number): Promise<ReturnedEntry[]> {
  type Row = Omit<ReturnedEntry, 'at'> & { at: Date };
  const rows = await db.rows<Selected<Selected<Row, EntryModel, 'id' | 'name'>, EntryStepModel, 'at'>>(sql`
    SELECT e.id, e.name, d.name AS "departmentName", r.reason, coalesce(r.to_mend, '{}') AS "toMend", r.at FROM entry e
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    JOIN LATERAL (
      SELECT action, reason, to_mend, actor_id, at FROM entry_step s
      WHERE ward_id = e.ward_id AND entry_id = e.id AND ${sendsBack}
      ORDER BY sequence DESC LIMIT 1) r ON r.action = 'return' AND r.actor_id = ${reader.accountId}
    WHERE e.ward_id = ${reader.wardId} AND y.year = ${year} AND ${isDraftedEntry}
    ORDER BY r.at DESC, e.id`);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
