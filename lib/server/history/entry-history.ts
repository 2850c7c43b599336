import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { EntrySnapshot } from '@/lib/domain/entry/entry';
import type { FieldToMend } from '@/lib/domain/entry/entry-fields';
import { isContribution, NO_CONTRIBUTIONS, type RevisionAction } from '@/lib/domain/entry/entry-history-view';
import { APPROVED, type DecidedEntry } from '@/lib/domain/entry/entry-workflow';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { newId, type Statement, sql } from '@/lib/server/database/db';
import { stands } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { CommandContext } from '@/lib/server/gate/command';
import type { EntryModel } from '@/lib/server/generated/models';
import { actingRole, changeOf, namesIn } from './audit';

type Step = {
  entryId: string;
  action: RevisionAction;
  before?: object;
  after: object;
  reason?: string | null | undefined;
  toMend?: readonly FieldToMend[] | undefined;
};

/** Makes a change of one entry and writes down its step, in one statement: `change` is an INSERT or UPDATE of it. */
export async function recordStep(context: CommandContext, change: Statement, step: Step): Promise<Saved | undefined> {
  const { actor, tx, operation, address } = context;
  const names = await namesIn(context, step.entryId, step.before, step.after);
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  return tx.first<Saved>(sql`
    WITH changed AS (${change} RETURNING ward_id, id, steps, version)
    INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, reason, to_mend, before, after, names, actor_id, actor_role, address)
    SELECT ward_id, ${newId()}::uuid, id, steps, version, ${step.action}, ${step.reason ?? null}, nullif(${step.toMend ?? []}::text[], '{}'), ${json(step.before)}::jsonb,
      ${json(step.after)}::jsonb, ${json(names)}::jsonb, ${actor.accountId}::uuid, ${actingRole(actor, operation)}, ${address}
    FROM changed RETURNING entry_id AS "entryId", version`);
}

function contributorsAfter(action: RevisionAction, accountId: string): Statement {
  if (action === 'approve') return sql`, contributors = '{}'`;
  if (!isContribution(action)) return sql``;
  return sql`, contributors = array_remove(contributors, ${accountId}::uuid) || ${accountId}::uuid`;
}

/** As the trigger of the history will find it: a rename waits meanwhile. */
export const nameOfActor = ({ accountId }: Actor): Statement =>
  sql`(SELECT name FROM account WHERE id = ${accountId} FOR SHARE)`;

const BEFORE_NEWEST = sql`s.ward_id = entry.ward_id AND s.entry_id = entry.id AND s.sequence < entry.steps AND ${stands}`;
/** What an entry is when its newest step is taken back, status apart: as if that had never been. */
export const asBeforeNewest: Statement = sql`
  ever_approved = EXISTS (SELECT FROM entry_step s WHERE ${BEFORE_NEWEST} AND s.after->>'status' = ANY (${APPROVED})),
  contributors = ARRAY(SELECT DISTINCT s.actor_id FROM entry_step s
    WHERE ${BEFORE_NEWEST} AND s.actor_id IS NOT NULL AND s.action <> ALL (${NO_CONTRIBUTIONS})
      AND s.sequence > ALL (SELECT s.sequence FROM entry_step s WHERE ${BEFORE_NEWEST} AND s.action = 'approve'))`;

type Change = Pick<Step, 'action' | 'reason' | 'toMend'> & { after: EntrySnapshot };

/**
 * The next step of an entry: `set` is what changes of it. Content that changes makes the next version, and so do other reasons, with a
 * submission or by who lets an error stand: who approves it decides on them. Any other decision keeps the version that it was
 * taken on. Version and steps as they were judged stand in the WHERE: who comes second finds neither.
 */
export async function takeStep(
  context: CommandContext,
  row: EntryRow,
  before: EntrySnapshot,
  { after, ...step }: Change,
  set: Statement,
): Promise<Result<Saved>> {
  const { actor } = context;
  const changed = changeOf(before, after);
  const makesVersion = Object.keys(changed.after).some((field) => field !== 'status');
  const update = sql`
    UPDATE entry SET ${set}, steps = steps + 1, version = version + ${makesVersion ? 1 : 0}, updated_at = now(), updated_by = ${nameOfActor(actor)}
      ${contributorsAfter(step.action, actor.accountId)}
    WHERE ward_id = ${actor.wardId} AND id = ${row.id} AND version = ${row.version} AND steps = ${row.steps}`;
  const saved = await recordStep(context, update, { entryId: row.id, ...step, ...changed });
  return saved ? succeed(saved) : fail('conflict');
}

type Read = EntrySnapshot &
  DecidedEntry & {
    id: string;
    fiscalYearId: string;
    projectId: string;
    steps: number;
    isOpen: boolean;
    contributors: string[];
  };

export type EntryRow = Selected<
  Read,
  EntryModel,
  Exclude<keyof Read, 'lastYearProjectId' | 'isOpen' | 'newestDecision'>
>;

export type Expected = { entryId: string; version: number };

/** What a command on an entry answers. */
export type Saved = Expected;
