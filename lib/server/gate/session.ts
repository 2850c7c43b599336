import 'server-only';
import { randomUUID } from 'node:crypto';
import { cache } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { noteRequest } from '@/lib/server/current-request';
import { type Db, db, newId, sql } from '@/lib/server/database/db';
import { env } from '@/lib/server/database/env';
import { readSessionCookie } from './session-cookie';

export type LiveSession = Actor & {
  sessionId: string;
  wardName: string;
  wardCode: string;
  departmentName: string | null;
  loginId: string;
  mustChangePassword: boolean;
};

/** Random throughout: the other ids tell their time. */
const newSessionId = (): string => randomUUID();

type Row = LiveSession & { isSeenLongAgo: boolean };

/** Sessions that nothing can go on with: findSession wouldn't find them. */
export const forgetEndedSessions = (on: Db, accountId: string): Promise<number> =>
  on.run(sql`
    DELETE FROM session WHERE account_id = ${accountId} AND NOT (
      last_seen_at > now() - make_interval(mins => ${env().SESSION_IDLE_MINUTES})
      AND created_at > now() - make_interval(hours => ${env().SESSION_ABSOLUTE_HOURS}))`);

/** What its owner will know a session by. */
type Browser = { address: string | null; userAgent: string | null };

/** undefined: the password was changed, or the account disabled, since the password was looked at. */
export async function startSession(
  { accountId, wardId, passwordHash }: SignedIn,
  { address, userAgent }: Browser = { address: null, userAgent: null },
): Promise<string | undefined> {
  await forgetEndedSessions(db, accountId);
  const id = newSessionId();
  const started = await db.run(sql`
    INSERT INTO session (id, ward_id, account_id, address, user_agent)
    SELECT ${id}::uuid, ${wardId}::uuid, id, ${address}::text, left(${userAgent}::text, 300) FROM account
    WHERE id = ${accountId} AND password_hash = ${passwordHash} AND disabled_at IS NULL FOR SHARE`);
  return started === 1 ? id : undefined;
}

/** The session goes on under another id: a cookie of before opens nothing. undefined: it has ended. */
export async function renewSession(tx: Db, id: string | null, accountId: string): Promise<string | undefined> {
  const renewedId = newSessionId();
  const renewed = await tx.run(
    sql`UPDATE session SET id = ${renewedId} WHERE id = ${id} AND account_id = ${accountId}`,
  );
  return renewed === 1 ? renewedId : undefined;
}

export async function endSession(id: string, address: string | null): Promise<void> {
  await db.run(sql`
    WITH ended AS (DELETE FROM session WHERE id = ${id} RETURNING ward_id, account_id)
    INSERT INTO security_event (id, ward_id, kind, account_id, address)
    SELECT ${newId()}::uuid, ward_id, 'sign_out', account_id, ${address}::text FROM ended`);
}

/** Session, account, membership and ward in one query; undefined when over, revoked, disabled or idle too long. */
export async function findSession(id: string): Promise<LiveSession | undefined> {
  const row = await db.first<Row>(sql`
    SELECT s.id AS "sessionId", a.id AS "accountId", a.login_id AS "loginId", a.name,
      a.must_change_password AND NOT a.is_demo AS "mustChangePassword",
      w.id AS "wardId", w.name AS "wardName", w.code AS "wardCode",
      m.department_id AS "departmentId", d.name AS "departmentName", m.roles,
      s.last_seen_at < now() - interval '1 minute' AS "isSeenLongAgo"
    FROM session s
    JOIN membership m ON m.ward_id = s.ward_id AND m.account_id = s.account_id
    JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
    JOIN ward w ON w.id = s.ward_id
    LEFT JOIN department d ON d.ward_id = m.ward_id AND d.id = m.department_id
    WHERE s.id = ${id}
      AND s.last_seen_at > now() - make_interval(mins => ${env().SESSION_IDLE_MINUTES})
      AND s.created_at > now() - make_interval(hours => ${env().SESSION_ABSOLUTE_HOURS})`);
  if (!row) return undefined;
  const { isSeenLongAgo, ...session } = row;
  if (isSeenLongAgo) await db.run(sql`UPDATE session SET last_seen_at = now() WHERE id = ${id}`);
  return session;
}

/** The session of this request, read once. */
export const getSession = cache(async (): Promise<LiveSession | undefined> => {
  const id = await readSessionCookie();
  const session = id ? await findSession(id) : undefined;
  if (session) noteRequest({ actorId: session.accountId });
  return session;
});

/** With the hash that was verified: a session begins only while it is still the account's. */
export type SignedIn = { accountId: string; wardId: string; passwordHash: string };
