import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import * as z from 'zod/mini';
import { clientAddress } from './client-address';
import { env } from './env';
import { endSession, startSession } from './session-store';
import { signIn } from './sign-in';

const credentialsInput = z.object({
  loginId: z.string().check(z.maxLength(64)),
  password: z.string().check(z.maxLength(256)),
});

/** The token holds the session row's id and nothing else; everything else is read from the row. */
export const authOptions = (): NextAuthOptions => ({
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: env.SESSION_ABSOLUTE_HOURS * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { loginId: {}, password: {} },
      async authorize(raw, request) {
        const input = credentialsInput.safeParse(raw);
        if (!input.success) return null;
        const address = clientAddress({ get: (name) => String(request.headers?.[name] ?? '') || null });
        const outcome = await signIn(input.data.loginId, input.data.password, address);
        if (outcome === 'locked') throw new Error('locked');
        return outcome === 'refused' ? null : { id: await startSession(outcome) };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === 'string') await endSession(token.sid);
    },
  },
});
