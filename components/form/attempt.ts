import type { Failure, Problem, Result } from '@/lib/domain/result';
import { doorText } from '@/lib/text/errors';
import { whileSending } from './sending';

export type Unsuccessful = Omit<Failure, 'code'> & { code: Problem };

/** Calls a server action. fetch rejects with a TypeError when there is no connection; anything else is the server's, which says why it refused. */
export async function attempt<T>(act: () => Promise<Result<T>>): Promise<{ ok: true; value: T } | Unsuccessful> {
  try {
    return await whileSending(act);
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, code: 'unreachable' };
    const isForeign = error instanceof Error && error.message === doorText.foreign_origin;
    return { ok: false, code: isForeign ? 'foreign_origin' : 'failed' };
  }
}
