import * as z from 'zod/mini';
import { searchable } from '@/lib/domain/clean-text';
import { dayOf } from '@/lib/domain/inputs';

/** One field of a change, as text for people: ids stand as the names of what they point to. */
export type AuditChange = { field: string; before: string | null; after: string | null };

export type AuditRow = {
  id: string;
  at: Date;
  /** An operation's code, also one that is no more. */
  operation: string;
  subject: string;
  subjectName: string | null;
  changes: AuditChange[];
  /** What came into being or went has one side only. */
  side: 'before' | 'after' | 'both';
  actorName: string;
  actorRole: string;
  address: string | null;
};

export type AuditPage = {
  rows: AuditRow[];
  /** Where the next, older page begins; null on the last one. */
  olderThan: string | null;
};

/** What a row of the log can be about, as people look for it. */
export const AUDIT_SUBJECTS = [
  'entry',
  'fiscal_year',
  'category_year',
  'department',
  'membership',
  'document',
  'edition',
  'dictionary_rule',
  'ward',
  'security_event',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** `q` is looked for in names of people and of what they changed; `from` and `to` are days in Japan, both included. */
export type AuditFilter = { q: string | null; subject: AuditSubject | null; from: string | null; to: string | null };

export const NO_AUDIT_FILTER: AuditFilter = { q: null, subject: null, from: null, to: null };

type Query = Record<string, string | string[] | undefined>;

const words = z.pipe(z.pipe(z.string(), z.transform(searchable)), z.string().check(z.minLength(1), z.maxLength(60)));

/** What can't be understood is as good as not there. */
export const auditFilterOf = ({ q, subject, from, to }: Query): AuditFilter => ({
  q: words.safeParse(q).data ?? null,
  subject: AUDIT_SUBJECTS.find((known) => known === subject) ?? null,
  from: dayOf(from),
  to: dayOf(to),
});

export const isFilteredAudit = (filter: AuditFilter): boolean => Object.values(filter).some(Boolean);
