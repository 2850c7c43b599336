import 'server-only';
import type { Actor, Role } from '@/lib/domain/actor';
import type { SecurityEventKind } from '@/lib/domain/history/security-event';
import type { ErrorCode } from '@/lib/domain/result';
import { type Db, db, newId, sql } from '@/lib/server/database/db';
import type { CommandContext } from './command';

export type SecurityEvent = {
  kind: SecurityEventKind;
  wardId: string | null;
  accountId: string | null;
  loginId: string | null;
  address: string | null;
};

export const recordSecurityEvent = (on: Db, event: SecurityEvent): Promise<number> =>
  on.run(sql`INSERT INTO security_event (id, ward_id, kind, login_id, account_id, address)
    VALUES (${newId()}, ${event.wardId}, ${event.kind}, ${event.loginId}, ${event.accountId}, ${event.address})`);

type AccountEvent = { kind: SecurityEventKind; accountId: string; rolesBefore?: Role[]; rolesAfter?: Role[] };

/** What an administrator did to an account, in the transaction that does it. */
export const recordAccountEvent = (
  { tx, actor, address, operation }: CommandContext,
  { kind, accountId, rolesBefore = [], rolesAfter = [] }: AccountEvent,
): Promise<number> =>
  tx.run(sql`
    INSERT INTO security_event (id, ward_id, kind, account_id, actor_id, address, operation, roles_before, roles_after)
    VALUES (${newId()}, ${actor.wardId}, ${kind}, ${accountId}, ${actor.accountId}, ${address}, ${operation},
      ${rolesBefore}, ${rolesAfter})`);

type Counted = {
  kind: SecurityEventKind;
  wardId: string | null;
  accountId: string;
  address: string | null;
  operation?: string;
  code?: string;
};

/** The first of equal events is a row at once. Those after it become a row a minute, or when somebody looks, that says how many. */
export const countSecurityEvent = ({ kind, wardId, accountId, address, operation, code }: Counted): Promise<number> =>
  db.run(sql`
    WITH counted AS (
      INSERT INTO security_count AS c (account_id, key, ward_id, kind, operation, code, address)
      VALUES (${accountId}, ${[kind, wardId, operation, code].join(' ')}, ${wardId}, ${kind}, ${operation ?? null},
        ${code ?? null}, ${address})
      ON CONFLICT (account_id, key) DO UPDATE SET address = excluded.address, last_at = now(),
        written = CASE WHEN c.written_at < now() - interval '1 minute' THEN c.pending + 1 ELSE c.written END,
        pending = CASE WHEN c.written_at < now() - interval '1 minute' THEN 0 ELSE c.pending + 1 END,
        written_at = CASE WHEN c.written_at < now() - interval '1 minute' THEN now() ELSE c.written_at END
      RETURNING *)
    INSERT INTO security_event (id, ward_id, kind, account_id, address, operation, code, count)
    SELECT ${newId()}::uuid, ward_id, kind, account_id, address, operation, code, written FROM counted WHERE pending = 0`);

/** What was counted since the last row of its kind becomes a row, so that whoever is about to read reads all of it. */
export const writeCounted = (): Promise<number> =>
  db.run(sql`
    WITH counted AS (DELETE FROM security_count RETURNING *)
    INSERT INTO security_event (id, ward_id, kind, account_id, address, operation, code, count, at)
    SELECT gen_random_uuid(), ward_id, kind, account_id, address, operation, code, pending, last_at
    FROM counted WHERE pending > 0`);

/** What screens don't offer, and what a page asks in somebody else's session; a slip or somebody faster is no such thing. */
const REFUSALS: readonly ErrorCode[] = [
  'drawn_for_other',
  'forbidden',
  'not_found',
  'own_account',
  'own_entry',
  'own_roles',
  'second_admin_first',
  'not_home_ward',
  'year_closed',
];

export async function recordRefusal(actor: Actor, address: string | null, operation: string, code: ErrorCode) {
  if (!REFUSALS.includes(code)) return;
  const { accountId, wardId } = actor;
  await countSecurityEvent({ kind: 'operation_refused', wardId, accountId, address, operation, code });
}
