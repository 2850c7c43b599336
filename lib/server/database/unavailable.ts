import 'server-only';
import pg from 'pg';
import { fail, type Result } from '@/lib/domain/result';
import { logError } from '@/lib/server/log';

/** Error pages get the digest, where other errors have a number. */
const DIGEST = 'unavailable';

/** The database can't be reached, or can't work: nobody's mistake, and over by itself. */
export class Unavailable extends Error {
  readonly digest = DIGEST;

  constructor(cause: unknown) {
    super(`the database is not available: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** By its digest: the program's bundles have copies of the class. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && error.digest === DIGEST;

/** SQLSTATE: connection lost, no memory, disk or connections left, stopped or cancelled from outside, input and output. */
const AWAY = /^(08|53|57|58)/;

export const isAway = (error: unknown): boolean => error instanceof pg.DatabaseError && AWAY.test(error.code ?? '');

/** For what answers with a result. */
export async function orUnavailable<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logError(error);
    return fail('unavailable');
  }
}
