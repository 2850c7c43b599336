import 'server-only';
import { headers } from 'next/headers';
import * as z from 'zod/mini';
import { fail, succeed } from '@/lib/domain/result';
import { passedTheDoor } from './action';
import { clientAddress } from './client-address';
import { atWard, command } from './command';
import { sql } from './db';
import { recordSecurityEvent } from './security-events';
import { getSession } from './session';
import { dropSessionCookie } from './session-cookie';
import { endSession } from './session-store';
import { orUnavailable } from './unavailable';
import { revokeSessions } from './user-target';

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
