import type { Problem } from './result';

/** What came back of a call that brought no answer of the program. `isOurs`: the words are the front door's. */
export type Reply = { status: number; isOurs?: boolean };

const PROBLEMS: Record<number, Problem> = {
  401: 'signed_out',
  403: 'forbidden',
  // What the page calls isn't there any more: a new build is.
  404: 'new_version',
  409: 'new_version',
  410: 'new_version',
  413: 'too_large',
  429: 'busy',
  500: 'failed',
};

/** null: nothing came. Success without an answer of the program is a page of somebody between, or an answer that broke off. */
export function problemOfReply(reply: Reply | null): Problem {
  if (!reply) return 'unreachable';
  const { status, isOurs = false } = reply;
  if (status < 400) return 'interrupted';
  if (status === 403 && isOurs) return 'foreign_origin';
  return PROBLEMS[status] ?? (status > 500 ? 'unavailable' : 'failed');
}
