import type { NextRequest } from 'next/server';
import { attachment } from '@/app/api/content-disposition';
import { gatedRoute, NOT_KEPT, plainError } from '@/app/api/gated-route';
import { DOCUMENT_FORMATS, formatIdOf } from '@/lib/document/formats';
import { documentKindOf } from '@/lib/document/templates/templates';
import type { ErrorCode, Failure } from '@/lib/domain/result';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { getDocument } from '@/lib/server/document/document';
import { getDocumentFile, getPageImage, prepareDocumentFile } from '@/lib/server/document/export';

const notFound = (): Response => plainError('not_found', 404);

const STATUS: Partial<Record<ErrorCode, number>> = { print_replaced: 409, print_too_large: 500 };
const notPrinted = ({ code }: Failure): Response => plainError(code, STATUS[code] ?? 503);

const isAhead = ({ headers }: NextRequest): boolean => /prefetch|prerender/i.test(headers.get('sec-purpose') ?? '');

function pageAsked({ nextUrl }: NextRequest): number | undefined {
  const page = nextUrl.searchParams.get('page') ?? '1';
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined;
}

const bodyOf = (file: Uint8Array | string | null): BodyInit | null =>
  file instanceof Uint8Array ? Uint8Array.from(file) : file;

export const GET = gatedRoute('document.read', async (reader, request, params, address) => {
  const id = formatIdOf(params.format);
  const year = fiscalYearFromPath(params.year);
  const kind = documentKindOf(params.document);
  const document = id && year && kind ? await getDocument(reader, year, kind) : undefined;
  if (!id || !document) return notFound();
  const headers = { ...NOT_KEPT, 'content-type': DOCUMENT_FORMATS[id].mediaType };
  if (id === 'svg') {
    const page = pageAsked(request);
    if (!page) return notFound();
    const printed = await getPageImage(reader, document, page);
    if (!printed.ok) return notPrinted(printed);
    return printed.value.file === null ? notFound() : new Response(bodyOf(printed.value.file), { headers });
  }
  // What a browser fetches ahead of its person it doesn't get, and a HEAD takes nothing out.
  if (isAhead(request)) return notFound();
  const printed =
    request.method === 'HEAD'
      ? await prepareDocumentFile(reader, document, id)
      : await getDocumentFile(reader, address, document, id);
  if (!printed.ok) return notPrinted(printed);
  const { file, bytes, name } = printed.value;
  return new Response(bodyOf(file), {
    headers: { ...headers, 'content-length': `${bytes}`, 'content-disposition': attachment(name, name) },
  });
});
