import 'server-only';
import { headers } from 'next/headers';
import type { Actor } from '@/lib/domain/actor';
import { hasRoleFor, type Operation } from '@/lib/domain/permissions';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { noteOperation } from '@/lib/server/current-request';
import { clientAddress } from './client-address';
import { recordRefusal } from './security-events';
import { getSession, type LiveSession } from './session';

declare const passed: unique symbol;

/** An actor who may read. Queries ask for it, and only `reading` makes one, so no query runs before the gate. */
export type Reader = Actor & { readonly [passed]: true };

/** The gate of everything that is read by page or route. Tests make readers with `readerFor`. */
export async function reading(operation: Operation): Promise<Result<Reader>> {
  noteOperation(operation);
  const session = await getSession();
  return session ? readingIn(session, operation) : fail('signed_out');
}

export async function readingIn(session: LiveSession, operation: Operation): Promise<Result<Reader>> {
  if (session.mustChangePassword) return fail('password_change_required');
  const reader = readerFor(session, operation);
  if (!reader.ok) await recordRefusal(session, clientAddress(await headers()), operation, reader.code);
  return reader;
}

export const readerFor = (actor: Actor, operation: Operation): Result<Reader> =>
  hasRoleFor(actor, operation) ? succeed(actor as Reader) : fail('forbidden');
