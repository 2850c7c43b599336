import 'server-only';
import { db, sql } from './db';

/** Whether the database answers a statement; without it the program can do nothing. */
export async function isDatabaseAnswering(): Promise<boolean> {
  try {
    await db.first(sql`SELECT 1`);
    return true;
  } catch {
    return false;
  }
}
