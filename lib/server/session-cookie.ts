import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import * as z from 'zod/mini';
import { env } from './env';
import { cookieName, cookieOptions, isOurToken } from './secure-cookie';

const sessionId = z.uuid();
const maxAge = (): number => env().SESSION_ABSOLUTE_HOURS * 3600;

export const sessionCookieName = (): string => cookieName('next-auth.session-token');

/** The id that the browser's cookie holds, whether or not there still is such a session. */
export async function readSessionCookie(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token || !isOurToken(token)) return undefined;
  const opened = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return sessionId.safeParse(opened?.sid).data;
}

/** As next-auth writes it at a sign-in. */
export async function writeSessionCookie(sid: string): Promise<void> {
  const token = await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: maxAge() });
  (await cookies()).set(sessionCookieName(), token, cookieOptions('/', maxAge()));
}

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', cookieOptions('/', 0));
}
