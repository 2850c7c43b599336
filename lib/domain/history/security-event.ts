import type { Role } from '@/lib/domain/actor';
import { dayOf, isId } from '@/lib/domain/inputs';

export const SECURITY_EVENT_KINDS = [
  'sign_in',
  'sign_in_failed',
  'sign_in_locked',
  'attempt_while_locked',
  'sign_out',
  'session_revoked',
  'ward_chosen',
  'password_changed',
  'password_change_failed',
  'password_reset',
  'roles_changed',
  'account_disabled',
  'account_enabled',
  'operation_refused',
  'events_purged',
] as const;

export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

export type SecurityEventRow = {
  id: string;
  at: Date;
  /** Also one that is no more. */
  kind: string;
  accountName: string | null;
  loginId: string | null;
  actorName: string | null;
  operation: string | null;
  code: string | null;
  rolesBefore: Role[];
  rolesAfter: Role[];
  count: number;
  until: Date | null;
  address: string | null;
};

export type SecurityEventPage = { rows: SecurityEventRow[]; olderThan: string | null };

/** `from` and `to` are days in Japan, both included. */
export type SecurityFilter = {
  kind: SecurityEventKind | null;
  person: string | null;
  from: string | null;
  to: string | null;
};

type Query = Record<string, string | string[] | undefined>;

/** What can't be understood is as good as not there. */
export const securityFilterOf = ({ kind, person, from, to }: Query): SecurityFilter => ({
  kind: SECURITY_EVENT_KINDS.find((known) => known === kind) ?? null,
  person: isId(person) ? person : null,
  from: dayOf(from),
  to: dayOf(to),
});

export const isFilteredSecurity = (filter: SecurityFilter): boolean => Object.values(filter).some(Boolean);
