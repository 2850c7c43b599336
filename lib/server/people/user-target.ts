import 'server-only';
import type { Role } from '@/lib/domain/actor';
import { type Db, newId, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { CommandContext } from '@/lib/server/gate/command';
import { forgetEndedSessions } from '@/lib/server/gate/session';
import type { AccountModel, MembershipModel } from '@/lib/server/generated/models';

type Member = {
  membershipId: string;
  version: number;
  accountId: string;
  loginId: string;
  name: string;
  homeWardId: string;
  departmentId: string | null;
  roles: Role[];
  isDisabled: boolean;
};
export type MemberRow = Selected<
  Selected<Member, AccountModel, 'loginId' | 'name' | 'homeWardId'>,
  MembershipModel,
  'version' | 'accountId' | 'departmentId' | 'roles'
>;

/**
 * The member of the actor's ward, as a command finds it, locked. The wards that the account belongs to are locked first, in
 * one order: administrators change one at a time, so that one is left, and nobody acts who has just been shut out.
 */
export async function loadMember({ tx, actor }: CommandContext, { membershipId }: { membershipId: string }) {
  const { wardId } = actor;
  await tx.rows(sql`SELECT id FROM ward WHERE id IN (SELECT every.ward_id FROM membership own
    JOIN membership every ON every.account_id = own.account_id WHERE own.ward_id = ${wardId} AND own.id = ${membershipId})
    ORDER BY id FOR NO KEY UPDATE`);
  const row = await tx.first<MemberRow>(sql`
    SELECT m.id AS "membershipId", m.version, a.id AS "accountId", a.login_id AS "loginId", a.name, a.home_ward_id AS "homeWardId",
      m.department_id AS "departmentId", m.roles, a.disabled_at IS NOT NULL AS "isDisabled"
    FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.ward_id = ${wardId} AND m.id = ${membershipId} FOR UPDATE OF m`);
  return row && { wardId, accountId: row.accountId, homeWardId: row.homeWardId, row };
}

type Expected = { membershipId: string; version: number };

/** Raises the membership's version, which everything that is done to a user starts from. */
export const claimMember = (tx: Db, wardId: string, { membershipId, version }: Expected): Promise<number> =>
  tx.run(sql`UPDATE membership SET version = version + 1
    WHERE ward_id = ${wardId} AND id = ${membershipId} AND version = ${version}`);

/** Ends sessions of the account: those in the ward, or one of them, or all. Each that was live is recorded, with who ended it. */
export async function revokeSessions(
  { tx, actor, address }: CommandContext,
  { accountId, wardId, only, except }: { accountId: string; wardId?: string; only?: string | null; except?: string },
): Promise<number> {
  await forgetEndedSessions(tx, accountId);
  const ended = await tx.rows<{ wardId: string }>(sql`
    DELETE FROM session WHERE account_id = ${accountId} AND ward_id = coalesce(${wardId ?? null}, ward_id)
      AND id = coalesce(${only ?? null}, id) AND id IS DISTINCT FROM ${except ?? null}::uuid RETURNING ward_id AS "wardId"`);
  const ids = ended.map(() => newId());
  const wards = ended.map((session) => session.wardId);
  await tx.run(sql`INSERT INTO security_event (id, ward_id, kind, account_id, actor_id, address)
    SELECT id, ward, 'session_revoked', ${accountId}, ${actor.accountId}, ${address} FROM unnest(${ids}::uuid[], ${wards}::uuid[]) AS t (id, ward)`);
  return ended.length;
}
