import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

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

/** For an account that somebody else creates or resets; it has to be changed at the first sign-in. */
export const initialPassword = (): string => randomBytes(12).toString('base64url');
