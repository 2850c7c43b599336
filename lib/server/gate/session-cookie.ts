import 'server-only';
import { LRUCache } from 'lru-cache';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import * as z from 'zod/mini';
import { env } from '@/lib/server/database/env';

/** The only algorithm that tokens are made with, and so the only one that they are read with: AES-256-GCM. */
const TOKEN_HEAD = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');

export const isOurToken = (token: string): boolean => token.startsWith(`${TOKEN_HEAD}..`);

const isBehindTls = (): boolean => env().NEXTAUTH_URL.startsWith('https:');

/** The prefix makes browsers refuse a cookie over plain HTTP; next-auth names its own in the same way. */
export const cookieName = (name: string): string => `${isBehindTls() ? '__Secure-' : ''}${name}`;

/** A prefixed cookie is only taken, and so only deleted, when it is marked secure. */
export const cookieOptions = (path: string, maxAge: number) =>
  ({ path, maxAge, httpOnly: true, sameSite: 'lax', secure: isBehindTls() }) as const;

const sessionId = z.uuid();
const maxAge = (): number => env().SESSION_ABSOLUTE_HOURS * 3600;

export const sessionCookieName = (): string => cookieName('next-auth.session-token');

/** Opening a token derives its key anew, a tenth of what a save costs. Whether the session still is, the database says each time. */
const opened = new LRUCache<string, string>({ max: 1000, ttl: 60_000 });

async function open(token: string): Promise<string | undefined> {
  const content = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const sid = sessionId.safeParse(content?.sid).data;
  if (sid) opened.set(token, sid);
  return sid;
}

/** The id that the browser's cookie holds, whether or not there still is such a session. */
export async function readSessionCookie(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token && isOurToken(token) ? (opened.get(token) ?? open(token)) : undefined;
}

/** As next-auth writes it at a sign-in. */
export async function writeSessionCookie(sid: string): Promise<void> {
  const token = await encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: maxAge() });
  (await cookies()).set(sessionCookieName(), token, cookieOptions('/', maxAge()));
}

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', cookieOptions('/', 0));
}
