import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import * as z from 'zod/mini';
import { env } from './env';
import { findSession, type LiveSession } from './session-store';

const sessionId = z.uuid();

/** next-auth's own name for its cookie: the prefix makes browsers refuse it over plain HTTP. */
export const sessionCookieName = (): string =>
  `${env.NEXTAUTH_URL.startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`;

/** The session of this request, read once. */
export const getSession = cache(async (): Promise<LiveSession | undefined> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return undefined;
  const token = await decode({ token: cookie, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  const id = sessionId.safeParse(token?.sid);
  return id.success ? findSession(id.data) : undefined;
});
