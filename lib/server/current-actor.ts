import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { type Db, sql } from './db';

/** The actor with today's 課 and roles; undefined: no member of the ward, or disabled, since the request began. */
export async function currentActor(tx: Db, actor: Actor): Promise<Actor | undefined> {
  const found = await tx.first<Pick<Actor, 'departmentId' | 'roles'>>(sql`
    SELECT m.department_id AS "departmentId", m.roles FROM membership m JOIN account a ON a.id = m.account_id
    WHERE m.ward_id = ${actor.wardId} AND m.account_id = ${actor.accountId} AND a.disabled_at IS NULL`);
  return found && { ...actor, ...found };
}
