import type { NextRequest } from 'next/server';
import { attachment } from '@/app/api/content-disposition';
import { gatedRoute, NOT_KEPT, plainError } from '@/app/api/gated-route';
import { DOCUMENT_FORMATS, type FormatId, formatIdOf } from '@/lib/document/formats';
import { documentKindOf } from '@/lib/document/templates/templates';
import {
  type EditionDocumentKind,
  editionDocumentOf,
  editionNumberOf,
  NEXT_EDITION,
} from '@/lib/domain/edition/edition';
import { type ErrorCode, type Failure, fail, type Result, succeed } from '@/lib/domain/result';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { getDocument } from '@/lib/server/document/document';
import { type DocumentFile, getDocumentFile, getPageImage, prepareDocumentFile } from '@/lib/server/document/export';
import { getEditionFile, prepareEditionFile } from '@/lib/server/edition/edition-files';
import { getEditionPage } from '@/lib/server/edition/edition-queries';
import { getNextEditionPage } from '@/lib/server/edition/next-edition';
import type { Reader } from '@/lib/server/gate/reading';

const notFound = (): Response => plainError('not_found', 404);

const STATUS: Partial<Record<ErrorCode, number>> = { not_found: 404, print_replaced: 409, print_too_large: 500 };
const notPrinted = ({ code }: Failure): Response => plainError(code, STATUS[code] ?? 503);

const isAhead = ({ headers }: NextRequest): boolean => /prefetch|prerender/i.test(headers.get('sec-purpose') ?? '');

function pageAsked({ nextUrl }: NextRequest): number | undefined {
  const page = nextUrl.searchParams.get('page') ?? '1';
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined;
}

const PIECE_BYTES = 256 * 1024;

/** In pieces: as one, a large file would be copied in one go, and nothing else be answered meanwhile. */
function inPieces(file: Uint8Array): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(file.subarray(sent, sent + PIECE_BYTES));
      sent += PIECE_BYTES;
      if (sent >= file.length) controller.close();
    },
  });
}

const bodyOf = (file: Uint8Array | string | null): BodyInit | null =>
  file instanceof Uint8Array ? inPieces(file) : file;

/** What can be had of one document: a page of it for the screen, and files. */
type Source = {
  page: (page: number) => Promise<Result<{ file: Uint8Array | string | null }>>;
  prepare: (format: Exclude<FormatId, 'svg'>) => Promise<Result<DocumentFile>>;
  take: (format: Exclude<FormatId, 'svg'>) => Promise<Result<DocumentFile>>;
};

/** The year's data as they stand: a draft. */
async function draftOf(
  reader: Reader,
  address: string | null,
  year: number,
  name?: string,
): Promise<Source | undefined> {
  const kind = documentKindOf(name);
  const document = kind && (await getDocument(reader, year, kind));
  return (
    document && {
      page: (page) => getPageImage(reader, document, page),
      prepare: (format) => prepareDocumentFile(reader, document, format),
      take: (format) => getDocumentFile(reader, address, document, format),
    }
  );
}

const found = <T>(value: T | undefined): Result<T> => (value === undefined ? fail('not_found') : succeed(value));

/** What would be published now: nothing of it goes out as a file. */
const nextOf = (reader: Reader, year: number, kind: EditionDocumentKind): Source => ({
  page: (page) => getNextEditionPage(reader, { year, kind }, page),
  prepare: async () => fail('not_found'),
  take: async () => fail('not_found'),
});

/** As it was published. */
function editionOf(
  reader: Reader,
  address: string | null,
  year: number,
  name: string | undefined,
  asked: string,
): Source | undefined {
  const kind = editionDocumentOf(name);
  if (kind && asked === NEXT_EDITION) return nextOf(reader, year, kind);
  const number = editionNumberOf(asked);
  if (!kind || !number) return undefined;
  const of = { year, number, kind };
  return {
    page: (page) => getEditionPage(reader, of, page),
    prepare: async (format) => found(await prepareEditionFile(reader, { ...of, format })),
    take: async (format) => found(await getEditionFile(reader, address, { ...of, format })),
  };
}

export const GET = gatedRoute('document.read', async (reader, request, params, address) => {
  const format = formatIdOf(params.format);
  const year = fiscalYearFromPath(params.year);
  const edition = request.nextUrl.searchParams.get('edition');
  if (!format || !year) return notFound();
  const source =
    edition === null
      ? await draftOf(reader, address, year, params.document)
      : editionOf(reader, address, year, params.document, edition);
  if (!source) return notFound();
  const headers = { ...NOT_KEPT, 'content-type': DOCUMENT_FORMATS[format].mediaType };
  if (format === 'svg') {
    const page = pageAsked(request);
    if (!page) return notFound();
    const printed = await source.page(page);
    if (!printed.ok) return notPrinted(printed);
    return printed.value.file === null ? notFound() : new Response(bodyOf(printed.value.file), { headers });
  }
  // What a browser fetches ahead of its person it doesn't get, and a HEAD takes nothing out.
  if (isAhead(request)) return notFound();
  const printed = await (request.method === 'HEAD' ? source.prepare(format) : source.take(format));
  if (!printed.ok) return notPrinted(printed);
  const { file, bytes, name } = printed.value;
  return new Response(bodyOf(file), {
    headers: { ...headers, 'content-length': `${bytes}`, 'content-disposition': attachment(name, name) },
  });
});
