import 'server-only';
import { type Db, sql } from './db';
import { newId } from './id';

export type SecurityEventKind =
  | 'sign_in'
  | 'sign_in_failed'
  | 'sign_in_locked'
  | 'sign_out'
  | 'ward_chosen'
  | 'password_changed'
  | 'password_change_failed'
  | 'session_revoked';

export type SecurityEvent = {
  kind: SecurityEventKind;
  wardId: string | null;
  accountId: string | null;
  loginId: string | null;
  address: string | null;
};

export const recordSecurityEvent = (db: Db, event: SecurityEvent): Promise<number> =>
  db.run(sql`INSERT INTO security_event (id, ward_id, kind, login_id, account_id, address)
    VALUES (${newId()}, ${event.wardId}, ${event.kind}, ${event.loginId}, ${event.accountId}, ${event.address})`);
