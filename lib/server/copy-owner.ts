import 'server-only';
import { hkdfSync } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { env } from './env';

/** What an account's editors keep on a device opens with a key that only its own pages bring along. */
export const copyOwner = ({ accountId, wardId }: Actor) => ({
  accountId,
  wardId,
  copyKey: Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, accountId, 'device copies', 32)).toString('base64'),
});
