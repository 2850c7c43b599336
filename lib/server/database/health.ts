import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { db, sql } from './db';

/** Less than any health check waits. */
const PATIENCE_MS = 3000;

/** Whether the database answers a statement; without it the program can do nothing. */
export const isDatabaseAnswering = (): Promise<boolean> =>
  Promise.race([
    db.first(sql`SELECT 1`).then(
      () => true,
      () => false,
    ),
    pause(PATIENCE_MS, false, { ref: false }),
  ]);
