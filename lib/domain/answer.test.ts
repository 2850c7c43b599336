import { expect, it } from 'vitest';
import { problemText } from '@/lib/text/errors';
import { problemOfReply, type Reply } from './answer';
import { isPassing, isUnclear, type Problem } from './result';

/** Every way in which a call can end without an answer of the program: what the page takes it for. */
const TABLE: [name: string, reply: Reply | null, problem: Problem, isSentAgain: boolean][] = [
  ['nothing', null, 'unreachable', true],
  ['half an answer', { status: 200 }, 'interrupted', true],
  ['a page in place of an answer', { status: 200 }, 'interrupted', true],
  ['a redirection that leads nowhere', { status: 302 }, 'interrupted', true],
  ['what nobody can read', { status: 400 }, 'failed', true],
  ['a session that is over', { status: 401 }, 'signed_out', false],
  ['a refusal on the way', { status: 403 }, 'forbidden', false],
  ['a refusal at the front door', { status: 403, isOurs: true }, 'foreign_origin', false],
  ['an action that is gone', { status: 404 }, 'new_version', false],
  ['an action of an older build', { status: 409 }, 'new_version', false],
  ['an address that is gone', { status: 410 }, 'new_version', false],
  ['too much text', { status: 413 }, 'too_large', false],
  ['too many at once', { status: 429 }, 'busy', true],
  ['a fault of the program', { status: 500 }, 'failed', true],
  ['a server behind that is away', { status: 502 }, 'unavailable', true],
  ['a service that is away', { status: 503 }, 'unavailable', true],
  ['a server behind that takes too long', { status: 504 }, 'unavailable', true],
];

it.each(TABLE)('%s: %o is %s', (_name, reply, problem, isSentAgain) => {
  expect(problemOfReply(reply)).toBe(problem);
  expect(isPassing(problem), 'is worth sending again').toBe(isSentAgain);
  expect(problemText(problem)).toMatch(/。$/);
});

/** After these it may have been done all the same. */
it.each<[Problem, boolean]>([
  ['unreachable', true],
  ['interrupted', true],
  ['unavailable', true],
  ['failed', true],
  ['busy', false],
  ['new_version', false],
  ['too_large', false],
  ['signed_out', false],
])('%s leaves open whether it was done: %s', (problem, expected) => {
  expect(isUnclear(problem)).toBe(expected);
});
