import { headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import type { Operation } from '@/lib/domain/permissions';
import { isUnavailable } from '@/lib/server/database/unavailable';
import { clientAddress } from '@/lib/server/gate/client-address';
import { isForeignFetch } from '@/lib/server/gate/origin';
import { type Reader, reading } from '@/lib/server/gate/reading';
import { errorText } from '@/lib/text/errors';

type Context = { params: Promise<Record<string, string>> };
type Handle = (
  reader: Reader,
  request: NextRequest,
  params: Record<string, string>,
  address: string | null,
) => Promise<Response>;

/** Nothing behind the gate is kept by anybody in between, refusals included: the next answer may be another one. */
export const NOT_KEPT = { 'cache-control': 'private, no-store' };

export const plainError = (code: keyof typeof errorText, status: number): Response =>
  plainTextResponse(errorText[code], status);

export const plainTextResponse = (text: string, status: number): Response =>
  new Response(text, { status, headers: { ...NOT_KEPT, 'content-type': 'text/plain; charset=utf-8' } });

/** A route handler behind the same gate as pages. Other sites may not fetch it. */
export const gatedRoute =
  (operation: Operation, handle: Handle) =>
  async (request: NextRequest, { params }: Context) => {
    const requestHeaders = await headers();
    if (isForeignFetch(requestHeaders)) return plainError('foreign_origin', 403);
    try {
      const passed = await reading(operation);
      if (!passed.ok) return plainError(passed.code, passed.code === 'signed_out' ? 401 : 403);
      return await handle(passed.value, request, await params, clientAddress(requestHeaders));
    } catch (error) {
      if (isUnavailable(error)) return plainError('unavailable', 503);
      throw error;
    }
  };
