import 'server-only';
import { headers } from 'next/headers';
import { fail, type Result } from '@/lib/domain/result';
import { clientAddress } from './client-address';
import type { Command } from './command';
import { isOwnOrigin } from './origin';
import { getSession } from './session';
import { orUnavailable } from './unavailable';

/** A command as a server action: own origin → session → the command's gate. */
export const action =
  <Output>(command: Command<Output>) =>
  (raw: unknown): Promise<Result<Output>> =>
    orUnavailable(async () => {
      const requestHeaders = await headers();
      if (!isOwnOrigin(requestHeaders)) return fail('foreign_origin');
      const session = await getSession();
      if (!session) return fail('signed_out');
      if (session.mustChangePassword && command.operation !== 'password.change') {
        return fail('password_change_required');
      }
      return command.execute(
        { actor: session, address: clientAddress(requestHeaders), sessionId: session.sessionId },
        raw,
      );
    });
