import 'server-only';
import { headers } from 'next/headers';
import { fail, type Result } from '@/lib/domain/result';
import { clientAddress } from './client-address';
import type { Command } from './command';
import { currentRequest, noteOperation, noteRequest } from './current-request';
import { recordRefusal } from './security-events';
import { getSession } from './session';
import { orUnavailable } from './unavailable';

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

async function perform<Output>(command: Command<Output>, raw: unknown): Promise<Result<Output>> {
  const session = await getSession();
  if (!session) return fail('signed_out');
  if (session.mustChangePassword && command.operation !== 'password.change') {
    return fail('password_change_required');
  }
  const address = clientAddress(await headers());
  const result = await command.execute({ actor: session, address, sessionId: session.sessionId }, raw);
  if (!result.ok) await recordRefusal(session, address, command.operation, result.code);
  return result;
}

/** A command as a server action: own origin (at the front door) → session → the command's gate. */
export const action =
  <Output>(command: Command<Output>) =>
  async (raw: unknown): Promise<Result<Output>> => {
    passedTheDoor(command.operation);
    return noted(await orUnavailable(() => perform(command, raw)));
  };
