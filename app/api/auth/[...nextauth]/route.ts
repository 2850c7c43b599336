import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { plainError } from '@/app/api/gated-route';
import { noteOperation } from '@/lib/server/current-request';
import { authOptions } from '@/lib/server/sign-in/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** What the sign-in needs of next-auth. Its own pages, in English and without a style, are nobody's. */
const USED = { GET: 'csrf', POST: 'callback/credentials' } as const;
const BODY_LIMIT = 16 * 1024;

/** next-auth's own token stops a forged form; a body that is no sign-in is refused before it is read. */
const handler =
  (method: keyof typeof USED) =>
  async (request: NextRequest, context: Context): Promise<Response> => {
    if ((await context.params).nextauth.join('/') !== USED[method]) return plainError('not_found', 404);
    noteOperation('session.signIn');
    const length = Number(request.headers.get('content-length') ?? 0);
    return length <= BODY_LIMIT ? NextAuth(request, context, authOptions()) : plainError('invalid_input', 413);
  };

export const GET = handler('GET');
export const POST = handler('POST');
