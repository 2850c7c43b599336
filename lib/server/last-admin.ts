import 'server-only';
import { type Db, sql } from './db';

/** One change of administrators at a time: the wards' rows stay locked until the change is done. */
const lockWards = (tx: Db, wardIds: string[]) =>
  tx.rows(sql`SELECT id FROM ward WHERE id = ANY(${wardIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);

/** Whether the account is active and one of the wards would be left without an active administrator if the account weren't one any more. */
async function isLastAdminOf(tx: Db, accountId: string, wardIds: string[]): Promise<boolean> {
  await lockWards(tx, wardIds);
  const left = await tx.first(sql`
    SELECT own.id FROM membership own JOIN account self ON self.id = own.account_id AND self.disabled_at IS NULL
    WHERE own.account_id = ${accountId} AND own.ward_id = ANY(${wardIds}::uuid[]) AND 'admin' = ANY(own.roles)
      AND NOT EXISTS (
        SELECT other.id FROM membership other JOIN account a ON a.id = other.account_id AND a.disabled_at IS NULL
        WHERE other.ward_id = own.ward_id AND other.account_id <> own.account_id AND 'admin' = ANY(other.roles))`);
  return left !== undefined;
}

export const isLastAdmin = (tx: Db, accountId: string, wardId: string): Promise<boolean> =>
  isLastAdminOf(tx, accountId, [wardId]);

/** For what ends the account in every ward that it is a member of. */
export async function isLastAdminAnywhere(tx: Db, accountId: string): Promise<boolean> {
  const wards = await tx.rows<{ wardId: string }>(
    sql`SELECT ward_id AS "wardId" FROM membership WHERE account_id = ${accountId}`,
  );
  return isLastAdminOf(
    tx,
    accountId,
    wards.map(({ wardId }) => wardId),
  );
}
