import 'server-only';
import type { EntryContent } from '@/lib/domain/entry/entry-fields';
import type { LastYearSaid } from '@/lib/domain/entry/entry-input';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { newId, sql } from '@/lib/server/database/db';
import type { CommandContext } from '@/lib/server/gate/command';

type LastYearFields = Pick<EntryContent, 'lastYear' | 'lastYearProjectId' | 'recordedLastYearAmount'>;
type Stored = LastYearFields & { projectId: string };
type Place = { entryId: string; fiscalYearId: string };

const NOTHING_SAID: LastYearFields = { lastYear: null, lastYearProjectId: null, recordedLastYearAmount: null };

/** What is said of last year as it is stored; undefined: nothing is said. */
function fieldsOf({ lastYear, lastYearProjectId, recordedLastYearAmount }: LastYearSaid): LastYearFields | undefined {
  if (lastYear === undefined) return undefined;
  return {
    lastYear: lastYear === 'new' || lastYear === 'project' ? lastYear : null,
    lastYearProjectId: (lastYear === 'project' && lastYearProjectId) || null,
    recordedLastYearAmount: lastYear === 'amount' ? (recordedLastYearAmount ?? null) : null,
  };
}

const KEYS = ['lastYear', 'lastYearProjectId', 'recordedLastYearAmount'] as const;

/** Whether last year has an entry of the project: it speaks for a copy, and can be gone on with. */
async function isOfLastYear({ tx, actor }: CommandContext, fiscalYearId: string, projectId: string): Promise<boolean> {
  const found = await tx.first(sql`
    SELECT id FROM last_year_entry
    WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId} AND project_id = ${projectId}`);
  return found !== undefined;
}

/** Whether another entry of the year belongs to the project, which is locked: two can't both take it. */
async function isTaken({ tx, actor }: CommandContext, { entryId, fiscalYearId }: Place, projectId: string) {
  await tx.first(sql`SELECT id FROM project WHERE ward_id = ${actor.wardId} AND id = ${projectId} FOR NO KEY UPDATE`);
  const other = await tx.first(sql`SELECT id FROM entry
    WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId} AND project_id = ${projectId} AND id <> ${entryId}`);
  return other !== undefined;
}

async function newProject({ tx, actor }: CommandContext): Promise<string> {
  const projectId = newId();
  await tx.run(sql`INSERT INTO project (ward_id, id) VALUES (${actor.wardId}, ${projectId})`);
  return projectId;
}

/** How an entry stands to last year after what was said, and the project that it belongs to. `row` is null for a new one. */
export async function settleLastYear(
  context: CommandContext,
  place: Place,
  row: Stored | null,
  said: LastYearSaid,
): Promise<Result<Stored>> {
  const before = row ?? NOTHING_SAID;
  const { lastYear, lastYearProjectId: chosen, recordedLastYearAmount } = fieldsOf(said) ?? before;
  const fields = { lastYear, lastYearProjectId: chosen, recordedLastYearAmount };
  if (row && KEYS.every((key) => row[key] === fields[key])) return succeed({ ...fields, projectId: row.projectId });
  if (row?.lastYear === null && (await isOfLastYear(context, place.fiscalYearId, row.projectId))) {
    return fail('invalid_input', { lastYear: 'not_in_list' });
  }
  if (chosen !== null && chosen !== before.lastYearProjectId) {
    const isOffered =
      (await isOfLastYear(context, place.fiscalYearId, chosen)) && !(await isTaken(context, place, chosen));
    if (!isOffered) return fail('invalid_input', { lastYearProjectId: 'not_in_list' });
    return succeed({ ...fields, projectId: chosen });
  }
  const keepsProject = row !== null && (row.lastYearProjectId === null || chosen !== null);
  return succeed({ ...fields, projectId: keepsProject ? row.projectId : await newProject(context) });
}
