import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import { db, sql } from './db';
import type { Reader } from './reading';

/** The wards that the account is a member of: the one place where a reader sees more than the chosen one. */
export const listOwnWards = (reader: Reader): Promise<Choice[]> =>
  db.rows<Choice>(sql`
    SELECT w.id, w.name FROM membership m JOIN ward w ON w.id = m.ward_id
    WHERE m.account_id = ${reader.accountId} ORDER BY w.code`);
