import 'server-only';
import { env } from './env';

const isBehindTls = (): boolean => env.NEXTAUTH_URL.startsWith('https:');

/** The prefix makes browsers refuse a cookie over plain HTTP; next-auth names its own in the same way. */
export const cookieName = (name: string): string => `${isBehindTls() ? '__Secure-' : ''}${name}`;

/** A prefixed cookie is only taken, and so only deleted, when it is marked secure. */
export const cookieOptions = (path: string, maxAge: number) =>
  ({ path, maxAge, httpOnly: true, sameSite: 'lax', secure: isBehindTls() }) as const;
