import 'server-only';
import { hkdfSync } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import * as z from 'zod/mini';
import type { Actor } from '@/lib/domain/actor';
import { paths } from '@/lib/routes';
import { newId } from '@/lib/server/database/db';
import { env } from '@/lib/server/database/env';
import { cookieName, cookieOptions, isOurToken } from '@/lib/server/gate/session-cookie';

/** What an account's editors keep on a device opens with a key that only its own pages bring along. */
export const copyOwner = ({ accountId, wardId }: Actor) => ({
  accountId,
  wardId,
  copyKey: Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, accountId, 'device copies', 32)).toString('base64'),
});

const MAX_AGE = 90 * 24 * 3600;
/** Sent with sign-ins and nowhere else. */
const PATH = paths.auth;
const name = (): string => cookieName('yosan.device');
const deviceId = z.uuid();

type Owner = { accountId: string; passwordHash: string };

/** The key is made of the account and its password: another account's cookie, or one of an older password, doesn't open. */
const saltOf = (owner: Owner | undefined): string => `device ${owner?.accountId} ${owner?.passwordHash}`;

/** Encrypted: it says nothing to who finds it. */
export const deviceToken = (owner: Owner): Promise<string> =>
  encode({ token: { device: newId() }, secret: env().NEXTAUTH_SECRET, salt: saltOf(owner), maxAge: MAX_AGE });

/** The device's id, where the account has signed in with today's password. Takes as long for an account that isn't there. */
export async function knownDevice(owner: Owner | undefined, token: string | undefined): Promise<string | undefined> {
  if (!token || !isOurToken(token)) return undefined;
  const opened = await decode({ token, secret: env().NEXTAUTH_SECRET, salt: saltOf(owner) }).catch(() => null);
  return owner && deviceId.safeParse(opened?.device).data;
}

export const readDeviceCookie = async (): Promise<string | undefined> => (await cookies()).get(name())?.value;

export async function writeDeviceCookie(owner: Owner): Promise<void> {
  (await cookies()).set(name(), await deviceToken(owner), cookieOptions(PATH, MAX_AGE));
}
