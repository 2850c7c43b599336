import 'server-only';
import { headers } from 'next/headers';
import * as z from 'zod/mini';
import { fieldErrors } from '@/lib/domain/field-errors';
import type { Operation } from '@/lib/domain/permissions';
import { type ErrorCode, fail, type Result, succeed } from '@/lib/domain/result';
import { DRAWN_FOR_HEADER, drawnFor } from '@/lib/domain/sign-in/drawn-for';
import { currentRequest, noteOperation, noteRequest } from '@/lib/server/current-request';
import { orUnavailable } from '@/lib/server/database/unavailable';
import { logError } from '@/lib/server/log';
import { clientAddress } from './client-address';
import type { Command, Request } from './command';
import { type Reader, readingIn } from './reading';
import { recordRefusal } from './security-events';
import { getSession, type LiveSession } from './session';

/** Throws for what came another way than by the front door, which judges the origin. */
export function passedTheDoor(operation: string): void {
  if (!currentRequest()) throw new Error('not through the front door');
  noteOperation(operation);
}

/** Why something was not done stands in the log, too. */
export function noted<Output>(result: Result<Output>): Result<Output> {
  if (!result.ok) noteRequest({ code: result.code });
  return result;
}

/** It names the ward to go on in, whichever the page was drawn for; its plain form sends no header. */
const FROM_ANY_PAGE: Operation = 'session.chooseWard';

/**
 * The session, if it still is of the account and ward that the calling page was drawn for. All tabs share a session: it goes on in
 * another ward, or belongs to whoever signed in next, while they show what they showed.
 */
async function sessionOfPage(operation: Operation): Promise<Result<LiveSession>> {
  const session = await getSession();
  if (!session) return fail('signed_out');
  const sent = await headers();
  if (sent.get(DRAWN_FOR_HEADER) === drawnFor(session) || operation === FROM_ANY_PAGE) return succeed(session);
  await recordRefusal(session, clientAddress(sent), operation, 'drawn_for_other');
  return fail('drawn_for_other');
}

async function requestFor(operation: Operation): Promise<Result<Request>> {
  const found = await sessionOfPage(operation);
  if (!found.ok) return found;
  const { value: session } = found;
  if (session.mustChangePassword && operation !== 'password.change') return fail('password_change_required');
  return succeed({ actor: session, address: clientAddress(await headers()), sessionId: session.sessionId });
}

/** Own origin (at the front door) → session, and the page's → what is asked for. */
async function answer<Output>(operation: Operation, work: (request: Request) => Promise<Result<Output>>) {
  passedTheDoor(operation);
  const asked = async () => {
    const request = await requestFor(operation);
    return request.ok ? work(request.value) : request;
  };
  return noted(await orUnavailable(asked));
}

async function perform<Output>(command: Command<Output>, request: Request, raw: unknown): Promise<Result<Output>> {
  const result = await command.execute(request, raw);
  if (!result.ok) await recordRefusal(request.actor, request.address, command.operation, result.code);
  return result;
}

/** A command as a server action: `answer`, then the command's gate. */
export const action =
  <Output>(command: Command<Output>) =>
  (raw: unknown): Promise<Result<Output>> =>
    answer(command.operation, (request) => perform(command, request, raw));

/** More than the entries of a year. */
const MOST_AT_ONCE = 1000;
const severalInput = z.array(z.unknown()).check(z.maxLength(MOST_AT_ONCE));

/** What the rest ends with, too: the session is over, or the database away, which gives one up for that one's sake but not two. */
function overAfter<Output>(results: readonly Result<Output>[]): Result<Output> | undefined {
  const last = results.at(-1);
  const isOf = (of: Result<Output> | undefined, code: ErrorCode) => of?.ok === false && of.code === code;
  const isAway = [results.at(-2), last].every((of) => isOf(of, 'unavailable'));
  return isAway || isOf(last, 'signed_out') ? last : undefined;
}

/** Whatever goes wrong in one of several, a fault of the program too, what became of those before it is not lost. */
const orGivenUp = <Output>(work: () => Promise<Result<Output>>): Promise<Result<Output>> =>
  work().catch((error: unknown) => {
    logError(error);
    return fail('unavailable');
  });

/** The same command for several inputs, one after another: a transaction each, and each is done or refused by itself. */
export const eachAction =
  <Output>(command: Command<Output>) =>
  (raw: unknown): Promise<Result<Result<Output>[]>> =>
    answer(command.operation, async (request) => {
      const inputs = severalInput.safeParse(raw);
      if (!inputs.success) return fail('invalid_input');
      const results: Result<Output>[] = [];
      for (const input of inputs.data) {
        results.push(overAfter(results) ?? noted(await orGivenUp(() => perform(command, request, input))));
      }
      return succeed(results);
    });

type Commands<Name extends string, Output> = Readonly<Record<Name, Command<Output>>>;

/** The command that the input's `step` names, as `act` makes an action of it. */
function chosenAction<Name extends string, Output, Answer>(
  commands: Commands<Name, Output>,
  act: (command: Command<Output>, raw: unknown) => Promise<Result<Answer>>,
) {
  const names = z.object({ step: z.enum(Object.keys(commands) as Name[]) });
  return async (raw: unknown): Promise<Result<Answer>> => {
    const asked = names.safeParse(raw);
    if (asked.success) return act(commands[asked.data.step], raw);
    passedTheDoor('unknown step');
    return noted(fail('invalid_input'));
  };
}

/** One of several commands: the input's `step` says which. */
export const stepAction = <Name extends string, Output>(commands: Commands<Name, Output>) =>
  chosenAction(commands, (command, raw) => action(command)(raw));

const stepInputs = z.object({ inputs: z.unknown() });

/** The same for several `inputs`, each by itself as in `eachAction`. */
export const eachStepAction = <Name extends string, Output>(commands: Commands<Name, Output>) =>
  chosenAction(commands, (command, raw) => eachAction(command)(stepInputs.safeParse(raw).data?.inputs));

/** A query as a server action: own origin (at the front door) → session, and the page's → role → input → query of the reader's ward. */
export const readAction = <Schema extends z.ZodMiniType, Output>(
  operation: Operation,
  input: Schema,
  query: (reader: Reader, input: z.output<Schema>) => Promise<Output | undefined>,
) => {
  const read = async (raw: unknown): Promise<Result<Output>> => {
    const session = await sessionOfPage(operation);
    if (!session.ok) return session;
    const passed = await readingIn(session.value, operation);
    if (!passed.ok) return passed;
    const parsed = input.safeParse(raw);
    if (!parsed.success) return fail('invalid_input', fieldErrors(parsed.error.issues));
    const found = await query(passed.value, parsed.data);
    return found === undefined ? fail('not_found') : succeed(found);
  };
  return async (raw: unknown): Promise<Result<Output>> => {
    passedTheDoor(operation);
    return noted(await orUnavailable(() => read(raw)));
  };
};
