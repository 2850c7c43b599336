import type { NextRequest } from 'next/server';
import { attachment } from '@/app/api/content-disposition';
import { gatedRoute, NOT_KEPT, plainError } from '@/app/api/gated-route';
import { DOCUMENT_FORMATS, formatIdOf } from '@/lib/document/formats';
import { documentKindOf } from '@/lib/document/templates/templates';
import type { ErrorCode, Failure } from '@/lib/domain/result';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { getDocument } from '@/lib/server/document/document';
import { getDocumentFile, getPrintedPages } from '@/lib/server/document/export';
import { documentFileName } from '@/lib/text/document/document-page';

const notFound = (): Response => plainError('not_found', 404);

const STATUS: Partial<Record<ErrorCode, number>> = { print_replaced: 409, print_too_large: 500 };
const notPrinted = ({ code }: Failure): Response => plainError(code, STATUS[code] ?? 503);

const isAhead = ({ headers }: NextRequest): boolean => /prefetch|prerender/i.test(headers.get('sec-purpose') ?? '');

function pageAsked({ nextUrl }: NextRequest): number | undefined {
  const page = nextUrl.searchParams.get('page') ?? '1';
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined;
}

export const GET = gatedRoute('document.read', async (reader, request, params, address) => {
  const id = formatIdOf(params.format);
  const year = fiscalYearFromPath(params.year);
  const kind = documentKindOf(params.document);
  const document = id && year && kind ? await getDocument(reader, year, kind) : undefined;
  if (!id || !document) return notFound();
  const { mediaType, extension, isExport } = DOCUMENT_FORMATS[id];
  const page = isExport ? 1 : pageAsked(request);
  // What a browser fetches ahead of its person it doesn't get, and a HEAD takes nothing out.
  if (!page || (isExport && isAhead(request))) return notFound();
  const isHead = isExport && request.method === 'HEAD';
  const printed = isHead
    ? await getPrintedPages(reader, document.model)
    : await getDocumentFile(reader, address, document, id, page);
  if (!printed.ok) return notPrinted(printed);
  const { file, holes } = printed.value;
  if (file === null && !isHead) return notFound();
  const name = documentFileName(document.model.title, extension, holes.length > 0);
  return new Response(file instanceof Uint8Array ? Uint8Array.from(file) : file, {
    headers: {
      ...NOT_KEPT,
      'content-type': mediaType,
      ...(isExport && { 'content-disposition': attachment(name, `${kind}-${year}.${extension}`) }),
    },
  });
});
