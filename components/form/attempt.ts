import type { Failure, Result } from '@/lib/domain/result';

/** The server was not reached, or it broke down: neither is an answer of the operation. */
export type Unanswered = 'unreachable' | 'failed';

type Attempted<T> = { ok: true; value: T } | Failure | { ok: false; code: Unanswered; fields?: undefined };

/** Calls a server action. fetch rejects with a TypeError when there is no connection; anything else is the server's. */
export async function attempt<T>(act: () => Promise<Result<T>>): Promise<Attempted<T>> {
  try {
    return await act();
  } catch (error) {
    return { ok: false, code: error instanceof TypeError ? 'unreachable' : 'failed' };
  }
}
