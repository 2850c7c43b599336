import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import type { SecurityEventPage, SecurityEventRow, SecurityFilter } from '@/lib/domain/history/security-event';
import { db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import { writeCounted } from '@/lib/server/gate/security-events';
import type { SecurityEventModel } from '@/lib/server/generated/models';
import { recordAudit } from './audit';
import { isOnDays } from './audit-queries';

const PAGE_SIZE = 50;

type Row = Selected<SecurityEventRow, SecurityEventModel, keyof SecurityEventRow>;

/** Events of the ward, and those about accounts at home there. What was tried with IDs of nobody belongs to no ward. */
const listRows = ({ wardId }: Reader, filter: SecurityFilter, olderThan: string | null, limit: number) =>
  db.rows<Row>(sql`
    SELECT e.id, e.at, e.kind, coalesce(e.account_name, a.name) AS "accountName",
      coalesce(e.login_id, a.login_id) AS "loginId", coalesce(e.actor_name, actor.name) AS "actorName", e.operation, e.code,
      coalesce(e.roles_before, '{}') AS "rolesBefore", coalesce(e.roles_after, '{}') AS "rolesAfter", e.count, e.until,
      e.address
    FROM security_event e LEFT JOIN account a ON a.id = e.account_id LEFT JOIN account actor ON actor.id = e.actor_id
    WHERE (e.ward_id = ${wardId} OR a.home_ward_id = ${wardId})
      AND (${filter.kind}::text IS NULL OR e.kind = ${filter.kind})
      AND (${filter.person}::uuid IS NULL OR e.account_id = ${filter.person} OR e.actor_id = ${filter.person})
      AND ${isOnDays(sql`e.at`, filter)}
      AND (${olderThan}::uuid IS NULL OR (e.at, e.id) < (SELECT o.at, o.id FROM security_event o
        LEFT JOIN account oa ON oa.id = o.account_id
        WHERE o.id = ${olderThan} AND (o.ward_id = ${wardId} OR oa.home_ward_id = ${wardId})))
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`);

/** A page, newest first; `olderThan` is the last row of the page before. */
export async function listSecurityEvents(
  reader: Reader,
  filter: SecurityFilter,
  olderThan: string | null,
): Promise<SecurityEventPage> {
  await writeCounted();
  const found = await listRows(reader, filter, olderThan, PAGE_SIZE + 1);
  const rows = found.slice(0, PAGE_SIZE);
  return { rows, olderThan: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null };
}

async function* readInPortions(
  reader: Reader,
  filter: SecurityFilter,
  portion: number,
): AsyncGenerator<SecurityEventRow[]> {
  await writeCounted();
  let olderThan: string | null = null;
  do {
    const rows: SecurityEventRow[] = await listRows(reader, filter, olderThan, portion);
    if (rows.length > 0) yield rows;
    olderThan = rows.length === portion ? (rows.at(-1)?.id ?? null) : null;
  } while (olderThan);
}

/** All of them, in portions: however many there are, few are in memory. Who takes them out, and which, is recorded first. */
export async function exportSecurityEvents(
  reader: Reader,
  address: string | null,
  filter: SecurityFilter,
  filterText: string,
  portion = 2000,
): Promise<AsyncGenerator<SecurityEventRow[]>> {
  await recordAudit(
    { actor: reader, address, tx: db, operation: 'security.read' },
    { subject: 'security_event', subjectId: null, after: { format: 'csv', filter: filterText } },
  );
  return readInPortions(reader, filter, portion);
}

/** Whom events can be about: members of the ward, and accounts at home there. */
export const listSecurityPeople = ({ wardId }: Reader): Promise<Choice[]> =>
  db.rows<Choice>(sql`
    SELECT a.id, a.name || '（' || a.login_id || '）' AS name FROM account a
    WHERE a.home_ward_id = ${wardId} OR EXISTS (
      SELECT 1 FROM membership m WHERE m.ward_id = ${wardId} AND m.account_id = a.id)
    ORDER BY a.login_id`);
