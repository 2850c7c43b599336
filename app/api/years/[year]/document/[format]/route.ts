import type { NextRequest } from 'next/server';
import { attachment } from '@/app/api/content-disposition';
import { gatedRoute, NOT_KEPT, plainError } from '@/app/api/gated-route';
import { fiscalYearFromPath } from '@/lib/domain/fiscal-year';
import type { ErrorCode, Failure } from '@/lib/domain/result';
import { recordExport } from '@/lib/server/audit';
import { getDocument, type YearDocument } from '@/lib/server/document';
import { print } from '@/lib/server/printing';
import type { Reader } from '@/lib/server/reading';
import { documentFileName } from '@/lib/text/document-page';

type Asked = { reader: Reader; year: number; document: YearDocument; request: NextRequest; address: string | null };

const notFound = (): Response => plainError('not_found', 404);

const STATUS: Partial<Record<ErrorCode, number>> = { print_replaced: 409, print_too_large: 500 };
const notPrinted = ({ code }: Failure): Response => plainError(code, STATUS[code] ?? 503);

/** Only what is handed out is an export. What a browser fetches ahead of its person it doesn't get. */
async function pdf({ reader, year, document, request, address }: Asked): Promise<Response> {
  if (/prefetch|prerender/i.test(request.headers.get('sec-purpose') ?? '')) return notFound();
  const printed = await print(reader.accountId, document.model, 'pdf');
  if (!printed.ok) return notPrinted(printed);
  const { pdf: bytes, holes } = printed.value;
  if (request.method !== 'HEAD') await recordExport(reader, address, document.fiscalYearId, 'pdf');
  return new Response(bytes && Uint8Array.from(bytes), {
    headers: {
      ...NOT_KEPT,
      'content-type': 'application/pdf',
      'content-disposition': attachment(
        documentFileName(document.model.title, holes.length > 0),
        `document-${year}.pdf`,
      ),
    },
  });
}

async function svg({ reader, document, request }: Asked): Promise<Response> {
  const page = request.nextUrl.searchParams.get('page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(page)) return notFound();
  const printed = await print(reader.accountId, document.model, Number(page));
  if (!printed.ok) return notPrinted(printed);
  if (!printed.value.svg) return notFound();
  return new Response(printed.value.svg, { headers: { ...NOT_KEPT, 'content-type': 'image/svg+xml; charset=utf-8' } });
}

const FORMATS: Record<string, (asked: Asked) => Promise<Response>> = { pdf, svg };

export const GET = gatedRoute('document.read', async (reader, request, params, address) => {
  const format = Object.hasOwn(FORMATS, params.format ?? '') ? FORMATS[params.format ?? ''] : undefined;
  const year = fiscalYearFromPath(params.year);
  const document = format && year ? await getDocument(reader, year) : undefined;
  return format && year && document ? format({ reader, year, document, request, address }) : notFound();
});
