import 'server-only';
import { headers } from 'next/headers';
import * as z from 'zod/mini';
import type { Choice } from '@/lib/domain/choice';
import { fail, succeed } from '@/lib/domain/result';
import type { OwnSession } from '@/lib/domain/sign-in/sign-in';
import { db, sql } from '@/lib/server/database/db';
import { env } from '@/lib/server/database/env';
import { orUnavailable } from '@/lib/server/database/unavailable';
import { passedTheDoor } from '@/lib/server/gate/action';
import { clientAddress } from '@/lib/server/gate/client-address';
import { atWard, command } from '@/lib/server/gate/command';
import type { Reader } from '@/lib/server/gate/reading';
import { recordSecurityEvent } from '@/lib/server/gate/security-events';
import { endSession, getSession } from '@/lib/server/gate/session';
import { dropSessionCookie } from '@/lib/server/gate/session-cookie';
import { revokeSessions } from '@/lib/server/people/user-target';

/**
 * Deletes the session's row and its cookie. Works for a session that is over already, too, and without the database: the row
 * is left to end by itself then, but nobody at this computer goes on with it.
 */
export async function signOut(): Promise<void> {
  passedTheDoor('session.end');
  const address = clientAddress(await headers());
  await orUnavailable(async () => {
    const session = await getSession();
    return succeed(session && (await endSession(session.sessionId, address)));
  });
  await dropSessionCookie();
}

/** The session goes on in another ward that the account is a member of. */
export const chooseWard = command({
  operation: 'session.chooseWard',
  input: z.object({ wardId: z.uuid('not_in_list') }),
  load: async ({ tx, actor }, { wardId }) => {
    const own = await tx.first(
      sql`SELECT id FROM membership WHERE ward_id = ${wardId} AND account_id = ${actor.accountId}`,
    );
    return own ? { wardId: actor.wardId } : undefined;
  },
  async run({ tx, actor, address, sessionId }, _target, { wardId }) {
    const changed = await tx.run(sql`UPDATE session SET ward_id = ${wardId}
      WHERE id = ${sessionId ?? null} AND account_id = ${actor.accountId} AND ward_id = ${actor.wardId}`);
    if (changed !== 1) return fail('conflict');
    await recordSecurityEvent(tx, { kind: 'ward_chosen', wardId, accountId: actor.accountId, loginId: null, address });
    return succeed(undefined);
  },
});

/** Ends one of the actor's other sessions, or (null) all others, in whichever ward. This one ends by signing out. */
export const endOwnSessions = command({
  operation: 'session.end',
  input: z.object({ sessionId: z.nullable(z.uuid('not_in_list')) }),
  load: atWard,
  async run(context, _target, { sessionId }) {
    const { actor, sessionId: own } = context;
    if (!own) return fail('signed_out');
    const count = await revokeSessions(context, { accountId: actor.accountId, only: sessionId, except: own });
    return sessionId && count === 0 ? fail('not_found') : succeed({ count });
  },
});

/** The wards that the account is a member of: the one place where a reader sees more than the chosen one. */
export const listOwnWards = (reader: Reader): Promise<Choice[]> =>
  db.rows<Choice>(sql`
    SELECT w.id, w.name FROM membership m JOIN ward w ON w.id = m.ward_id
    WHERE m.account_id = ${reader.accountId} ORDER BY w.code`);

/** The live sessions of the reader's account in all wards, this one first. */
export const listOwnSessions = ({ accountId }: Reader, sessionId: string | null): Promise<OwnSession[]> =>
  db.rows<OwnSession>(sql`
    SELECT s.id, w.name AS "wardName", s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt", s.address,
      s.user_agent AS "userAgent", s.id IS NOT DISTINCT FROM ${sessionId}::uuid AS "isThis"
    FROM session s JOIN ward w ON w.id = s.ward_id
    WHERE s.account_id = ${accountId}
      AND s.last_seen_at > now() - make_interval(mins => ${env().SESSION_IDLE_MINUTES})
      AND s.created_at > now() - make_interval(hours => ${env().SESSION_ABSOLUTE_HOURS})
    ORDER BY "isThis" DESC, s.last_seen_at DESC, s.id`);
