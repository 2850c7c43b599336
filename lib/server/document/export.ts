import 'server-only';
import { DOCUMENT_FORMATS, type FormatId } from '@/lib/document/formats';
import type { PrintResult } from '@/lib/document/print-job';
import type { PrintableModel } from '@/lib/document/printable';
import { type Result, succeed } from '@/lib/domain/result';
import { documentFileName } from '@/lib/domain/year/year-document';
import { db } from '@/lib/server/database/db';
import type { Reader } from '@/lib/server/gate/reading';
import { recordAudit } from '@/lib/server/history/audit';
import type { YearDocument } from './document';
import { Printing } from './printing';

declare global {
  var yosanPrinting: Printing | undefined;
}

/** One for the server, however often its code is loaded. Kept here, so that no file goes out past `getDocumentFile`. */
const printing = (): Printing => {
  globalThis.yosanPrinting ??= new Printing();
  return globalThis.yosanPrinting;
};

/** How many pages there are and what they lack, without a file. */
export const getPrintedPages = (reader: Reader, model: PrintableModel): Promise<Result<PrintResult>> =>
  printing().print(reader.accountId, model, 'pages');

/** A page for the screen, as it will be printed: nothing of it goes out. */
export const getPageImage = (reader: Reader, { model }: YearDocument, page: number): Promise<Result<PrintResult>> =>
  printing().print(reader.accountId, model, { format: 'svg', page, name: '', draftAt: null });

type ExportId = Exclude<FormatId, 'svg'>;
/** A file with its name; until it is taken out there is nothing in it. */
export type DocumentFile = Pick<PrintResult, 'file' | 'bytes'> & { name: string; isDraft: boolean };

const MINUTE_MS = 60_000;

function printFile(reader: Reader, document: YearDocument, format: ExportId): Promise<Result<PrintResult>> {
  const { model, isDraft } = document;
  const draftAt = isDraft ? new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS).toISOString() : null;
  const name = documentFileName(document);
  return printing().print(reader.accountId, model, { format, page: 1, name, draftAt });
}

function named(document: YearDocument, format: ExportId, { file, bytes, holes }: PrintResult): DocumentFile {
  const isDraft = document.isDraft || holes.length > 0;
  const name = `${documentFileName({ ...document, isDraft })}.${DOCUMENT_FORMATS[format].extension}`;
  return { file, bytes, isDraft, name };
}

/** Makes a file ready without handing it out: it is there at once when it is taken. */
export async function prepareDocumentFile(
  reader: Reader,
  document: YearDocument,
  format: ExportId,
): Promise<Result<DocumentFile>> {
  const printed = await printFile(reader, document, format);
  return printed.ok ? succeed({ ...named(document, format, printed.value), file: null }) : printed;
}

/** The document as a file. What goes out is recorded first: who took what, and its hash. */
export async function getDocumentFile(
  reader: Reader,
  address: string | null,
  document: YearDocument,
  format: ExportId,
): Promise<Result<DocumentFile>> {
  const printed = await printFile(reader, document, format);
  if (!printed.ok) return printed;
  const { bytes, sha256 } = printed.value;
  const file = named(document, format, printed.value);
  await recordAudit(
    { actor: reader, address, tx: db, operation: 'document.read' },
    {
      subject: 'document',
      subjectId: document.fiscalYearId,
      after: { document: document.kind, format, isDraft: file.isDraft, bytes, sha256 },
    },
  );
  return succeed(file);
}
