import 'server-only';
import { APPROVED, DRAFTING, SENDING_BACK, TAKEN_BACK, WAITING, WITHDRAWN } from '@/lib/domain/entry/entry-workflow';
import { type Statement, sql } from './db';

/** Of the entry `e`: withdrawn ones count nowhere. */
export const isCountedEntry: Statement = sql`e.status <> ALL (${WITHDRAWN}::text[])`;
export const isWithdrawnEntry: Statement = sql`e.status = ANY (${WITHDRAWN}::text[])`;
export const isDraftedEntry: Statement = sql`e.status = ANY (${DRAFTING}::text[])`;
export const isWaitingEntry: Statement = sql`e.status = ANY (${WAITING}::text[])`;
export const isApprovedEntry: Statement = sql`e.status = ANY (${APPROVED}::text[])`;

/** Of an entry's step `s`: nobody took it back, which would be the step right behind it. */
export const stands: Statement = sql`NOT EXISTS (SELECT FROM entry_step b WHERE b.ward_id = s.ward_id AND b.entry_id = s.entry_id
  AND b.sequence = s.sequence + 1 AND b.action = 'takeBack')`;
/** Of a step `s`: it brought the entry back to its 課, with a reason. */
export const sendsBack: Statement = sql`s.action = ANY (${SENDING_BACK}) AND ${stands}`;
/**
 * Beside an entry `e` its newest step, and what can be taken back of it: nothing that its year `y` was fixed with since. The limit
 * has it looked up by all three: as a plain join of one entry, all its steps are read.
 */
export const joinNewestStep: Statement = sql`LEFT JOIN LATERAL (SELECT * FROM entry_step s
  WHERE s.ward_id = e.ward_id AND s.entry_id = e.id AND s.sequence = e.steps LIMIT 1) newest ON true`;
export const newestDecision: Statement = sql`CASE WHEN newest.action = ANY (${TAKEN_BACK}) AND newest.before ? 'status'
    AND newest.at > coalesce(y.reopened_at, '-infinity')
  THEN json_build_object('action', newest.action, 'actorId', newest.actor_id, 'from', newest.before->>'status') END`;

/**
 * Beside an entry `e` its newest submission. What came after it (a move, a decision taken back) is none; what was taken over as it
 * waits has none.
 */
export const joinSubmission: Statement = sql`LEFT JOIN LATERAL (SELECT s.at, s.actor_name FROM entry_step s
  WHERE s.ward_id = e.ward_id AND s.entry_id = e.id AND s.action = 'submit' ORDER BY s.sequence DESC LIMIT 1) sent ON true`;
export const submittedAt: Statement = sql`coalesce(sent.at, e.updated_at)`;
export const submittedBy: Statement = sql`CASE WHEN sent.at IS NULL THEN e.updated_by ELSE sent.actor_name END`;

const YEAR = { y: sql`y`, last: sql`last` };
export const isOpenYear = (alias: keyof typeof YEAR): Statement => sql`${YEAR[alias]}.status = 'open'`;

/** Why the year `y` is open again, and since when; null: it is closed, or never was. */
export const reopenedYear: Statement = sql`CASE WHEN ${isOpenYear('y')} AND y.reopened_at IS NOT NULL
  THEN json_build_object('reason', y.reopened_reason, 'by', y.reopened_by, 'at', y.reopened_at) END`;

/** The day by which the 課 submit in the year `y`. */
export const deadline: Statement = sql`y.deadline::text AS deadline`;

/** Who closed the year `y`, and what was confirmed then; null: it is open, or nobody of the ward closed it. */
export const closedYear: Statement = sql`CASE WHEN NOT ${isOpenYear('y')} AND y.closed_at IS NOT NULL
  THEN json_build_object('by', y.closed_by, 'at', y.closed_at, 'confirmed', coalesce(y.confirmed, '[]')) END`;

/** Beside an entry `e` last year's, `before`, and what they say of last year's amount; a project that is new had none. */
export const joinLastYear: Statement = sql`LEFT JOIN last_year_entry before ON before.ward_id = e.ward_id
  AND before.fiscal_year_id = e.fiscal_year_id AND before.project_id = e.project_id`;
export const isNewProject: Statement = sql`(before.id IS NULL AND e.last_year IS NOT DISTINCT FROM 'new')`;
/** Whether the year before `y` can still change: what it says is expected, not settled. An edition that is final settles it. */
export const isLastYearOpen: Statement = sql`EXISTS (SELECT FROM fiscal_year last
  WHERE last.ward_id = y.ward_id AND last.year = y.year - 1 AND ${isOpenYear('last')}
    AND NOT EXISTS (SELECT FROM newest_edition n WHERE n.ward_id = last.ward_id AND n.fiscal_year_id = last.id))`;
/** Where last year's amount comes from, in the order in which it is asked for. `lastYearAmount` says the figure. */
export const lastYearSource: Statement = sql`CASE WHEN before.edition_number IS NOT NULL THEN 'edition'
  WHEN before.id IS NOT NULL THEN CASE WHEN ${isLastYearOpen} THEN 'expected' ELSE 'settled' END
  WHEN ${isNewProject} THEN 'new' WHEN e.recorded_last_year_amount IS NOT NULL THEN 'recorded' ELSE 'unknown' END`;
/** Which of last year's editions says it; null: none does. */
export const lastYearEdition: Statement = sql`CASE WHEN before.edition_number IS NOT NULL
  THEN json_build_object('year', before.year, 'number', before.edition_number, 'kind', before.edition_kind) END`;
export const lastYearAmount: Statement = sql`CASE WHEN before.id IS NOT NULL THEN before.amount
  WHEN ${isNewProject} THEN 0 ELSE e.recorded_last_year_amount END`;
