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
