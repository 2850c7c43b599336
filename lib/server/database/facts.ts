import 'server-only';
import { type Statement, sql } from './db';

/** As the statements call the two tables whose facts stand here. */
const ENTRY = { e: sql`e`, before: sql`before` };
const YEAR = { y: sql`y`, last: sql`last` };

/** Withdrawn entries count nowhere. */
export const isCountedEntry = (alias: keyof typeof ENTRY): Statement => sql`${ENTRY[alias]}.status <> 'withdrawn'`;
export const isWithdrawnEntry = (alias: keyof typeof ENTRY): Statement => sql`${ENTRY[alias]}.status = 'withdrawn'`;

export const isOpenYear = (alias: keyof typeof YEAR): Statement => sql`${YEAR[alias]}.status = 'open'`;

/** Why the year `y` is open again, and since when; null: it is closed, or never was. */
export const reopenedYear: Statement = sql`CASE WHEN ${isOpenYear('y')} AND y.reopened_at IS NOT NULL
  THEN json_build_object('reason', y.reopened_reason, 'by', y.reopened_by, 'at', y.reopened_at) END`;
