import type { Failure, Result, Unanswered } from '@/lib/domain/result';

export type Unsuccessful = Failure | { ok: false; code: Unanswered; fields?: undefined };

/** Calls a server action. fetch rejects with a TypeError when there is no connection; anything else is the server's. */
export async function attempt<T>(act: () => Promise<Result<T>>): Promise<{ ok: true; value: T } | Unsuccessful> {
  try {
    return await act();
  } catch (error) {
    return { ok: false, code: error instanceof TypeError ? 'unreachable' : 'failed' };
  }
}
