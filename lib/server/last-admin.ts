import 'server-only';
import { type Db, sql } from './db';

/**
 * Whether the account is active and the ward would be left without an active administrator if the account weren't one any more.
 * For members that `loadMember` has locked with their wards.
 */
export async function isLastAdmin(tx: Db, accountId: string, wardId: string): Promise<boolean> {
  const left = await tx.first(sql`
    SELECT own.id FROM membership own JOIN account self ON self.id = own.account_id AND self.disabled_at IS NULL
    WHERE own.account_id = ${accountId} AND own.ward_id = ${wardId} AND 'admin' = ANY(own.roles)
      AND NOT EXISTS (
        SELECT other.id FROM membership other JOIN account a ON a.id = other.account_id AND a.disabled_at IS NULL
        WHERE other.ward_id = own.ward_id AND other.account_id <> own.account_id AND 'admin' = ANY(other.roles))`);
  return left !== undefined;
}
