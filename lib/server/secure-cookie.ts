import 'server-only';
import { env } from './env';

/** The only algorithm that tokens are made with, and so the only one that they are read with: AES-256-GCM. */
const TOKEN_HEAD = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');

export const isOurToken = (token: string): boolean => token.startsWith(`${TOKEN_HEAD}..`);

const isBehindTls = (): boolean => env().NEXTAUTH_URL.startsWith('https:');

/** The prefix makes browsers refuse a cookie over plain HTTP; next-auth names its own in the same way. */
export const cookieName = (name: string): string => `${isBehindTls() ? '__Secure-' : ''}${name}`;

/** A prefixed cookie is only taken, and so only deleted, when it is marked secure. */
export const cookieOptions = (path: string, maxAge: number) =>
  ({ path, maxAge, httpOnly: true, sameSite: 'lax', secure: isBehindTls() }) as const;
