import 'server-only';
import pg from 'pg';
import type * as z from 'zod/mini';
import type { Actor } from '@/lib/domain/actor';
import { fieldErrors } from '@/lib/domain/field-errors';
import { hasRoleFor, type Operation, refusal, type Target } from '@/lib/domain/permissions';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type Db, sql, transaction } from '@/lib/server/database/db';

/** The actor with today's 課 and roles; undefined: no member of the ward, disabled or signed out since the request began. */
export async function currentActor(tx: Db, actor: Actor, sessionId?: string): Promise<Actor | undefined> {
  const found = await tx.first<Pick<Actor, 'departmentId' | 'roles'>>(sql`
    SELECT m.department_id AS "departmentId", m.roles FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.ward_id = ${actor.wardId} AND m.account_id = ${actor.accountId} AND a.disabled_at IS NULL
      AND (${sessionId}::uuid IS NULL OR EXISTS (SELECT FROM session WHERE id = ${sessionId}::uuid))`);
  return found && { ...actor, ...found };
}

/** Who acts, from where, in which session. */
export type Request = { actor: Actor; address: string | null; sessionId?: string };

export type CommandContext = Request & { tx: Db; operation: Operation };

type Definition<Of extends Operation, Schema extends z.ZodMiniType, Loaded extends Target<Of>, Output, Prepared> = {
  operation: Of;
  input: Schema;
  /** What takes long, such as hashing, before the transaction: no row is locked meanwhile. */
  prepare?(request: Request, input: z.output<Schema>): Promise<Result<Prepared>>;
  /** Reads what the command is aimed at, inside the transaction; undefined: there is no such thing in the actor's ward. */
  load(context: CommandContext, input: z.output<Schema>): Promise<Loaded | undefined>;
  run(context: CommandContext, target: Loaded, input: z.output<Schema>, prepared: Prepared): Promise<Result<Output>>;
};

export type Command<Output> = {
  operation: Operation;
  execute(request: Request, raw: unknown): Promise<Result<Output>>;
};

/** What the histories' triggers say when the actor has lost the role between the gate and the record. */
const isRoleLost = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === 'NROLE';

/**
 * The one gate of everything that changes data: role, input, then in one transaction ward, 課, year and state, then the change.
 * A command can't run without its target having been loaded and judged.
 */
export const command = <
  Of extends Operation,
  Schema extends z.ZodMiniType,
  Loaded extends Target<Of>,
  Output,
  Prepared = undefined,
>({
  operation,
  input,
  prepare = async () => succeed(undefined as Prepared),
  load,
  run,
}: Definition<Of, Schema, Loaded, Output, Prepared>): Command<Output> => ({
  operation,
  async execute(request, raw) {
    if (!hasRoleFor(request.actor, operation)) return fail('forbidden');
    const parsed = input.safeParse(raw);
    if (!parsed.success) return fail('invalid_input', fieldErrors(parsed.error.issues));
    const prepared = await prepare(request, parsed.data);
    if (!prepared.ok) return prepared;
    return transaction(async (tx) => {
      const context = { ...request, tx, operation };
      const target = await load(context, parsed.data);
      if (!target) return fail('not_found');
      // Loading may have waited for somebody who was taking the role away.
      const actor = await currentActor(tx, request.actor, request.sessionId);
      if (!actor) return fail('signed_out');
      const refused = refusal(actor, operation, target);
      return refused ? fail(refused) : run({ ...context, actor }, target, parsed.data, prepared.value);
    }).catch((error: unknown) => {
      if (isRoleLost(error)) return fail('forbidden');
      throw error;
    });
  },
});

/** For operations aimed at the actor's ward as a whole. */
export const atWard = async ({ actor }: CommandContext) => ({ wardId: actor.wardId });

/** The same, one at a time, for what gives or takes rights: nobody does it who is being shut out. */
export const atLockedWard = ({ tx, actor }: CommandContext): Promise<{ wardId: string; name: string } | undefined> =>
  tx.first(sql`SELECT id AS "wardId", name FROM ward WHERE id = ${actor.wardId} FOR NO KEY UPDATE`);
