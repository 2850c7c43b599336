import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/server/auth';
import { isOwnOrigin } from '@/lib/server/origin';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions());

/** next-auth's own token stops a forged form; a foreign origin is refused before anything is read. */
const post = async (request: NextRequest, context: Context): Promise<Response> =>
  isOwnOrigin(request.headers) ? handler(request, context) : new Response(null, { status: 403 });

export { handler as GET, post as POST };
