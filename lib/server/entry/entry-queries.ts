import 'server-only';
import { cache } from 'react';
import type { Choice } from '@/lib/domain/choice';
import { contentOf, missingForSubmit } from '@/lib/domain/entry/entry';
import type { EntryField } from '@/lib/domain/entry/entry-fields';
import type {
  AfterApproval,
  AfterSubmit,
  CurrentEntry,
  EntryView,
  LastYearChoice,
  LastYearChoices,
  NextDraft,
  SentBack,
} from '@/lib/domain/entry/entry-view';
import {
  type DecidedEntry,
  NEW_STATUS,
  SENDING_BACK,
  TAKEN_BACK,
  WAITING,
  WORKFLOW_ACTIONS,
} from '@/lib/domain/entry/entry-workflow';
import { isId } from '@/lib/domain/inputs';
import { may, refusal } from '@/lib/domain/permissions';
import { difference } from '@/lib/domain/year/totals';
import { db, sql } from '@/lib/server/database/db';
import {
  deadline,
  isDraftedEntry,
  isNewProject,
  isOpenYear,
  isWaitingEntry,
  joinLastYear,
  joinNewestStep,
  lastYearAmount,
  lastYearEdition,
  lastYearSource,
  newestDecision,
  stands,
} from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { selected } from './entry-target';

type Read = Omit<
  EntryView,
  | 'difference'
  | 'missing'
  | 'availableActions'
  | 'canEdit'
  | 'refusal'
  | 'isOwnWork'
  | 'isUndecidable'
  | 'canCorrect'
  | 'canAllowFindings'
  | 'canMove'
  | 'sentBack'
  | 'afterApproval'
  | 'updatedAt'
  | 'newestDecision'
> &
  DecidedEntry & {
    updatedAt: Date;
    contributors: string[];
    decision: (SentBack | AfterApproval) | null;
  };

type Content = Exclude<EntryField, 'lastYearProjectId'>;
type Row = Selected<Read, EntryModel, 'id' | 'version' | 'status' | 'everApproved' | 'updatedAt' | Content>;

const find = (reader: Reader, id: string): Promise<Row | undefined> =>
  db.first<Row>(sql`
    SELECT e.id, y.year, ${isOpenYear('y')} AS "isOpen", ${deadline}, e.version, e.status, e.ever_approved AS "everApproved", ${selected()},
      e.finding_reasons AS "findingReasons", c.name AS "categoryName", d.name AS "departmentName", ${lastYearAmount} AS "lastYearAmount", ${lastYearSource} AS "lastYearSource",
      ${lastYearEdition} AS "lastYearEdition", before.name AS "lastYearName",
      before.id IS NULL OR e.last_year IS NOT NULL AS "asksLastYear", ${isNewProject} AS "isNew", h.account_ids AS contributors,
      ARRAY(SELECT d.name FROM entry_decider d WHERE d.ward_id = e.ward_id AND d.entry_id = e.id
        AND (${isWaitingEntry} OR d.account_id <> ${reader.accountId})
        ORDER BY d.department_id NULLS LAST, d.name) AS deciders,
      e.updated_at AS "updatedAt", CASE WHEN newest.actor_role <> 'import' THEN newest.actor_name END AS "updatedBy", newest.action AS "updatedWith",
      newest.actor_id IS NOT DISTINCT FROM ${reader.accountId} AS "isOwnUpdate", e.steps AS revisions,
      ${newestDecision} AS "newestDecision",
      CASE WHEN r.reason IS NOT NULL
        THEN json_build_object('action', r.action, 'reason', r.reason, 'actorName', r.actor_name, 'at', r.at, 'toMend', coalesce(r.to_mend, '{}')) END AS decision
    FROM entry e
    JOIN entry_contributors h ON h.ward_id = e.ward_id AND h.entry_id = e.id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN category_year c ON c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.category_id = e.category_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    ${joinNewestStep}
    ${joinLastYear}
    LEFT JOIN LATERAL (
      SELECT action, reason, to_mend, actor_name, at FROM entry_step s
      WHERE ward_id = e.ward_id AND entry_id = e.id AND ${stands}
        AND (action = ANY (${TAKEN_BACK}) OR action = 'correct')
      ORDER BY sequence DESC LIMIT 1) r ON true
    WHERE e.ward_id = ${reader.wardId} AND e.id = ${id}`);

const targetOf = (reader: Reader, row: Row) => ({
  wardId: reader.wardId,
  departmentId: row.departmentId,
  isOpen: row.isOpen,
  entry: row,
});

const isSentBack = (decision: SentBack | AfterApproval): decision is SentBack =>
  SENDING_BACK.some((action) => action === decision.action);

function view(reader: Reader, row: Row): EntryView {
  const target = targetOf(reader, row);
  const refused = refusal(reader, 'entry.edit', target);
  const { everApproved, contributors: _, decision, newestDecision: taken, ...shown } = row;
  return {
    ...shown,
    difference: difference(row.amount, row.lastYearAmount),
    updatedAt: row.updatedAt.toISOString(),
    sentBack: decision && isSentBack(decision) ? decision : null,
    afterApproval: decision && !isSentBack(decision) ? decision : null,
    missing: missingForSubmit(row),
    newestDecision: taken?.action ?? null,
    availableActions: WORKFLOW_ACTIONS.filter((action) => may(reader, `entry.${action}`, target)),
    canEdit: refused === null,
    canAllowFindings: may(reader, 'entry.allowFinding', target),
    canCorrect: may(reader, 'entry.correct', target),
    canMove: may(reader, 'entry.move', target),
    refusal: refused,
    isUndecidable: WAITING.includes(row.status) && row.isOpen && row.deciders.length === 0,
    isOwnWork: refusal(reader, 'entry.approve', target) === 'own_entry',
  };
}

/** The entry with that id in that year; undefined: the reader's ward has none. Read once per request. */
export const getEntry = cache(async (reader: Reader, year: number, id: string): Promise<EntryView | undefined> => {
  const row = isId(id) ? await find(reader, id) : undefined;
  return row?.year === year ? view(reader, row) : undefined;
});

/** The newest content, for an editor whose version is not the newest any more. */
export async function getEntryFields(reader: Reader, id: string): Promise<CurrentEntry | undefined> {
  const row = await find(reader, id);
  if (!row) return undefined;
  const { version, status, canEdit, updatedAt: at, updatedBy: by, isOwnUpdate: isOwn } = view(reader, row);
  return { version, status, canEdit, lastChange: { by, isOwn, at }, content: contentOf(row) };
}

/** The categories of a year and whether it can be drafted in; undefined: the ward has no such year. */
export async function getEntryChoices(
  reader: Reader,
  year: number,
): Promise<{ isOpen: boolean; categories: Choice[] } | undefined> {
  const rows = await db.rows<{ isOpen: boolean; id: string | null; name: string | null }>(sql`
    SELECT ${isOpenYear('y')} AS "isOpen", c.category_id AS id, c.name FROM fiscal_year y
    LEFT JOIN category_year c ON c.ward_id = y.ward_id AND c.fiscal_year_id = y.id
    WHERE y.ward_id = ${reader.wardId} AND y.year = ${year} ORDER BY c.sort_order`);
  const first = rows[0];
  return (
    first && {
      isOpen: first.isOpen,
      categories: rows.flatMap(({ id, name }) => (id && name ? [{ id, name }] : [])),
    }
  );
}

/** Whether last year's entries are on record, and those of them that no entry of this year goes on with yet. */
export async function getLastYearChoices(
  reader: Reader,
  year: number,
  entryId: string | null,
): Promise<LastYearChoices> {
  const rows = await db.rows<LastYearChoice & { isFree: boolean }>(sql`
    SELECT before.project_id AS id, before.name, before.amount, NOT EXISTS (SELECT FROM entry e
        WHERE e.ward_id = y.ward_id AND e.fiscal_year_id = y.id AND e.project_id = before.project_id
          AND e.id IS DISTINCT FROM ${entryId}::uuid) AS "isFree"
    FROM fiscal_year y JOIN last_year_entry before ON before.ward_id = y.ward_id AND before.fiscal_year_id = y.id
    WHERE y.ward_id = ${reader.wardId} AND y.year = ${year}
    ORDER BY before.sort_order, before.id`);
  return {
    isKnown: rows.length > 0,
    projects: rows.filter(({ isFree }) => isFree).map(({ isFree: _, ...choice }) => choice),
  };
}

/** The reader's own 課, in which they draft; null: they have none, or it is retired. */
export async function getOwnDepartment(reader: Reader): Promise<Choice | null> {
  if (reader.departmentId === null) return null;
  const found = await db.first<Choice>(sql`
    SELECT id, name FROM department
    WHERE ward_id = ${reader.wardId} AND id = ${reader.departmentId} AND retired_at IS NULL`);
  return found ?? null;
}

/** Who can decide about the entry, and the reader's next draft of that year, returned ones first. */
export async function getAfterSubmit(reader: Reader, entry: EntryView): Promise<AfterSubmit> {
  const nextDraft = await db.first<NextDraft>(sql`
    SELECT e.id, e.name, e.status <> ${NEW_STATUS} AS "isReturned" FROM entry e
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${reader.wardId} AND y.year = ${entry.year} AND e.department_id = ${reader.departmentId}
      AND ${isDraftedEntry} AND e.id <> ${entry.id}
    ORDER BY "isReturned" DESC, e.sort_order, e.id LIMIT 1`);
  return { approvers: entry.deciders, nextDraft: nextDraft ?? null };
}
