import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/server/auth';
import { isOwnOrigin } from '@/lib/server/origin';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions());

const BODY_LIMIT = 16 * 1024;

/** next-auth's own token stops a forged form; a foreign origin and a body that is no sign-in are refused before it is read. */
const post = async (request: NextRequest, context: Context): Promise<Response> => {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  return length <= BODY_LIMIT ? handler(request, context) : new Response(null, { status: 413 });
};

export { handler as GET, post as POST };
