import 'server-only';
import { cache } from 'react';
import { readSessionCookie } from './session-cookie';
import { findSession, type LiveSession } from './session-store';

/** The session of this request, read once. */
export const getSession = cache(async (): Promise<LiveSession | undefined> => {
  const id = await readSessionCookie();
  return id ? findSession(id) : undefined;
});
