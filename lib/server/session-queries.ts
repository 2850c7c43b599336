import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import type { OwnSession } from '@/lib/domain/session';
import { db, sql } from './db';
import { env } from './env';
import type { Reader } from './reading';

/** The wards that the account is a member of: the one place where a reader sees more than the chosen one. */
export const listOwnWards = (reader: Reader): Promise<Choice[]> =>
  db.rows<Choice>(sql`
    SELECT w.id, w.name FROM membership m JOIN ward w ON w.id = m.ward_id
    WHERE m.account_id = ${reader.accountId} ORDER BY w.code`);

/** The live sessions of the reader's account in all wards, this one first. */
export const listOwnSessions = ({ accountId }: Reader, sessionId: string | null): Promise<OwnSession[]> =>
  db.rows<OwnSession>(sql`
    SELECT s.id, w.name AS "wardName", s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt", s.address,
      s.user_agent AS "userAgent", s.id IS NOT DISTINCT FROM ${sessionId}::uuid AS "isThis"
    FROM session s JOIN ward w ON w.id = s.ward_id
    WHERE s.account_id = ${accountId}
      AND s.last_seen_at > now() - make_interval(mins => ${env().SESSION_IDLE_MINUTES})
      AND s.created_at > now() - make_interval(hours => ${env().SESSION_ABSOLUTE_HOURS})
    ORDER BY "isThis" DESC, s.last_seen_at DESC, s.id`);
