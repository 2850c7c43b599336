import 'server-only';
import { DOCUMENT_FORMATS, type FormatId } from '@/lib/document/formats';
import type { AskedForm, PrintResult } from '@/lib/document/print-job';
import { TEMPLATES } from '@/lib/document/templates/templates';
import type { EditionDocumentKind } from '@/lib/domain/edition/edition';
import { type Result, succeed } from '@/lib/domain/result';
import { documentFileName, type ScreenText } from '@/lib/domain/year/year-document';
import { db } from '@/lib/server/database/db';
import type { Reader } from '@/lib/server/gate/reading';
import { recordAudit } from '@/lib/server/history/audit';
import type { YearDocument } from './document';
import { inTurn } from './in-turn';
import { Printing } from './printing';
import type { Source } from './source';

declare global {
  var yosanPrinting: Printing | undefined;
}

/** One for the server, however often its code is loaded. What goes out as a file is recorded by who hands it out. */
export const printing = (): Printing => {
  globalThis.yosanPrinting ??= new Printing();
  return globalThis.yosanPrinting;
};

/** One of the documents that are made of a source. */
export type Printable = { source: Source; kind: EditionDocumentKind };

const print = ({ accountId }: Reader, { source, kind }: Printable, form: AskedForm): Promise<Result<PrintResult>> =>
  printing().print(accountId, source, { document: kind, form });

/** How many pages there are and what they lack, without a file. */
export const getPrintedPages = (reader: Reader, document: Printable): Promise<Result<PrintResult>> =>
  print(reader, document, 'pages');

/** A page for the screen, as it will be printed: nothing of it goes out. */
export const getPageImage = (reader: Reader, document: Printable, page: number): Promise<Result<PrintResult>> =>
  print(reader, document, { format: 'svg', page, name: '', draftAt: null });

/** Its text for the screen. */
export async function getScreenText(reader: Reader, document: Printable): Promise<Result<ScreenText>> {
  const printed = await print(reader, document, 'text');
  return printed.ok ? inTurn(async () => succeed(JSON.parse(`${printed.value.file}`))) : printed;
}

export type ExportId = Exclude<FormatId, 'svg'>;
/** A file with its name; until it is taken out there is nothing in it. */
export type DocumentFile = Pick<PrintResult, 'file' | 'bytes'> & { name: string };

const MINUTE_MS = 60_000;

function printFile(reader: Reader, document: YearDocument, format: ExportId): Promise<Result<PrintResult>> {
  const draftAt = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS).toISOString();
  return print(reader, document, { format, page: 1, name: nameOf(document), draftAt });
}

const nameOf = ({ wardCode, year, kind }: YearDocument): string =>
  documentFileName({ wardCode, year, template: TEMPLATES[kind].id, edition: null });

const named = (document: YearDocument, format: ExportId, { file, bytes }: PrintResult): DocumentFile => ({
  file,
  bytes,
  name: `${nameOf(document)}.${DOCUMENT_FORMATS[format].extension}`,
});

/** Makes a file ready without handing it out: it is there at once when it is taken. */
export async function prepareDocumentFile(
  reader: Reader,
  document: YearDocument,
  format: ExportId,
): Promise<Result<DocumentFile>> {
  const printed = await printFile(reader, document, format);
  return printed.ok ? succeed({ ...named(document, format, printed.value), file: null }) : printed;
}

/** The document as a file, a draft. What goes out is recorded first: who took what, and its hash. */
export async function getDocumentFile(
  reader: Reader,
  address: string | null,
  document: YearDocument,
  format: ExportId,
): Promise<Result<DocumentFile>> {
  const printed = await printFile(reader, document, format);
  if (!printed.ok) return printed;
  const { bytes, sha256, files } = printed.value;
  await recordAudit(
    { actor: reader, address, tx: db, operation: 'document.read' },
    {
      subject: 'document',
      subjectId: document.fiscalYearId,
      after: { document: document.kind, format, isDraft: true, bytes, sha256, ...(files && { files }) },
    },
  );
  return succeed(named(document, format, printed.value));
}
