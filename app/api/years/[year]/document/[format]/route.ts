import type { NextRequest } from 'next/server';
import { attachment } from '@/app/api/content-disposition';
import { gatedRoute, NOT_KEPT, plainError } from '@/app/api/gated-route';
import { renderPageSvg, renderPdf } from '@/lib/document/render-pdf';
import { fiscalYearFromPath } from '@/lib/domain/fiscal-year';
import { recordExport } from '@/lib/server/audit';
import { getDocument, type YearDocument } from '@/lib/server/document';
import type { Reader } from '@/lib/server/reading';
import { documentFileName } from '@/lib/text/document-page';

type Asked = { reader: Reader; year: number; document: YearDocument; request: NextRequest; address: string | null };

const notFound = (): Response => plainError('not_found', 404);

async function pdf({ reader, year, document, address }: Asked): Promise<Response> {
  const bytes = Uint8Array.from(renderPdf(document.model));
  await recordExport(reader, address, document.fiscalYearId, 'pdf');
  return new Response(bytes, {
    headers: {
      ...NOT_KEPT,
      'content-type': 'application/pdf',
      'content-disposition': attachment(documentFileName(document.model.title), `document-${year}.pdf`),
    },
  });
}

async function svg({ document, request }: Asked): Promise<Response> {
  const page = request.nextUrl.searchParams.get('page') ?? '1';
  const drawn = /^[1-9]\d{0,4}$/.test(page) ? renderPageSvg(document.model, Number(page)).svg : null;
  if (drawn === null) return notFound();
  return new Response(drawn, { headers: { ...NOT_KEPT, 'content-type': 'image/svg+xml' } });
}

const FORMATS: Record<string, (asked: Asked) => Promise<Response>> = { pdf, svg };

export const GET = gatedRoute('document.read', async (reader, request, params, address) => {
  const format = Object.hasOwn(FORMATS, params.format ?? '') ? FORMATS[params.format ?? ''] : undefined;
  const year = fiscalYearFromPath(params.year);
  const document = format && year ? await getDocument(reader, year) : undefined;
  return format && year && document ? format({ reader, year, document, request, address }) : notFound();
});
