import type { Operation } from './permissions';

/** One field of a change, as text for people: ids stand as the names of what they point to. */
export type AuditChange = { field: string; before: string | null; after: string | null };

export type AuditRow = {
  id: string;
  at: Date;
  operation: Operation | string;
  subject: string;
  subjectName: string | null;
  changes: AuditChange[];
  actorName: string;
  actorRole: string;
  address: string | null;
};

export type AuditPage = {
  rows: AuditRow[];
  /** Where the next, older page begins; null on the last one. */
  olderThan: string | null;
};
