import 'server-only';
import { headers } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import * as z from 'zod/mini';
import { unusablePlace } from '@/lib/domain/clean-text';
import { isLocked } from '@/lib/domain/sign-in/sign-in';
import { paths } from '@/lib/routes';
import { env } from '@/lib/server/database/env';
import { isUnavailable } from '@/lib/server/database/unavailable';
import { clientAddress } from '@/lib/server/gate/client-address';
import { endSession, startSession } from '@/lib/server/gate/session';
import { readSessionCookie } from '@/lib/server/gate/session-cookie';
import { logError } from '@/lib/server/log';
import { readDeviceCookie, writeDeviceCookie } from './device-cookie';
import { signIn } from './sign-in';

const credentialsInput = z.object({
  loginId: z.string().check(
    z.maxLength(64),
    z.refine((text) => unusablePlace(text) === null),
  ),
  password: z.string().check(z.maxLength(256)),
});

/** next-auth shows the message of an error to the browser, so none of the database's may leave here. */
async function sessionFor(loginId: string, password: string) {
  try {
    const given = await headers();
    const address = clientAddress(given);
    const outcome = await signIn(loginId, password, { address, device: await readDeviceCookie() });
    if (typeof outcome === 'string') return outcome;
    const id = await startSession(outcome, { address, userAgent: given.get('user-agent') });
    if (!id) return 'refused';
    const replaced = await readSessionCookie();
    if (replaced) await endSession(replaced, address);
    await writeDeviceCookie(outcome);
    return id;
  } catch (error) {
    logError(error);
    return isUnavailable(error) ? 'unavailable' : 'failed';
  }
}

/** The token holds the session row's id and nothing else; everything else is read from the row. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: env().SESSION_ABSOLUTE_HOURS * 3600 },
  pages: { signIn: paths.signIn, error: paths.signIn },
  providers: [
    CredentialsProvider({
      credentials: { loginId: {}, password: {} },
      async authorize(raw) {
        const input = credentialsInput.safeParse(raw);
        if (!input.success) return null;
        const id = await sessionFor(input.data.loginId, input.data.password);
        if (isLocked(id) || id === 'expired' || id === 'unavailable' || id === 'failed') throw new Error(id);
        return id === 'refused' ? null : { id };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    session: ({ session }) => ({ expires: session.expires }),
  },
});
