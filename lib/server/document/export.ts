import 'server-only';
import { DOCUMENT_FORMATS, type FormatId } from '@/lib/document/formats';
import type { PrintResult } from '@/lib/document/print-job';
import type { PrintableModel } from '@/lib/document/printable';
import type { Result } from '@/lib/domain/result';
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

/** The document as a file, or one page of it for the screen. Who takes out what counts as an export is recorded first. */
export async function getDocumentFile(
  reader: Reader,
  address: string | null,
  { kind, model, fiscalYearId }: YearDocument,
  format: FormatId,
  page: number,
): Promise<Result<PrintResult>> {
  const printed = await printing().print(reader.accountId, model, { format, page });
  if (printed.ok && DOCUMENT_FORMATS[format].isExport)
    await recordAudit(
      { actor: reader, address, tx: db, operation: 'document.read' },
      { subject: 'document', subjectId: fiscalYearId, after: { document: kind, format } },
    );
  return printed;
}
