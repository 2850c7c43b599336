import 'server-only';
import { cache } from 'react';
import { noteRequest } from './current-request';
import { readSessionCookie } from './session-cookie';
import { findSession, type LiveSession } from './session-store';

/** The session of this request, read once. */
export const getSession = cache(async (): Promise<LiveSession | undefined> => {
  const id = await readSessionCookie();
  const session = id ? await findSession(id) : undefined;
  if (session) noteRequest({ actorId: session.accountId });
  return session;
});
