import 'server-only';
import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { type Result, succeed } from '@/lib/domain/result';

/** OWASP's parameters: 19 MiB, two passes, one lane. The library's own default algorithm is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

let decoy: Promise<string> | undefined;

/** Takes the same time whether there is an account or not. */
export async function isPasswordOf(account: { passwordHash: string } | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString('base64url'));
  const matches = await verify(account?.passwordHash ?? (await decoy), password);
  return account !== undefined && matches;
}

/** 32 characters that nobody takes for each other, on paper or read aloud: 60 bits in three groups of four. */
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';
const group = (): string => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');

/** For an account that somebody else creates or resets; it has to be changed at the first sign-in. */
export const initialPassword = (): string => [group(), group(), group()].join('-');

/** The same with its hash, as a command prepares it. */
export async function prepareInitialPassword(): Promise<Result<{ password: string; hash: string }>> {
  const password = initialPassword();
  return succeed({ password, hash: await hashPassword(password) });
}
