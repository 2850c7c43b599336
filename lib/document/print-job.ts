import type { PrintedPages } from '@/lib/domain/year/year-document';
import { documentFileText } from '@/lib/text/document/document-files';
import { DOCUMENT_FORMATS, type FormatId } from './formats';
import { boxesOf } from './places/boxes';
import type { PrintableModel } from './printable';
import { countPages, holesOf } from './render-pdf';
import { sha256 } from './templates/edition-model';
import { forgetCompilations } from './typst';

/** A file: its name without the ending, and the time of the draft that it is (ISO), which it says of itself. */
export type AskedFile = { format: FormatId; page: number; name: string; draftAt: string | null };
/** What is asked of a document: its number of pages, where each of its places is on them (as JSON), or a file; one page of it where the format has pages. */
export type Asked = 'pages' | 'places' | AskedFile;

export type PrintJob = { model: PrintableModel; asked: Asked };
export type PrintResult = PrintedPages & {
  file: Uint8Array | string | null;
  /** Of the file, for the record of what went out. */
  bytes: number;
  sha256: string;
  /** Those that are packed in it. */
  files?: PackedFile[];
};
export type PackedFile = { name: string; bytes: number; sha256: string };

const NO_PAGES: PrintedPages = { pageCount: 0, holes: [] };

function print(model: PrintableModel): PrintedPages {
  const pages = { pageCount: countPages(model), holes: holesOf(model) };
  forgetCompilations();
  return pages;
}

/** One job of a printing process. */
export async function printJob({ model, asked }: PrintJob): Promise<PrintResult> {
  if (asked === 'pages') return { ...print(model), file: null, bytes: 0, sha256: '' };
  if (asked === 'places') return { ...NO_PAGES, file: JSON.stringify(boxesOf(model)), bytes: 0, sha256: '' };
  const { format, draftAt } = asked;
  const stated = draftAt === null ? model : { ...model, statement: documentFileText.draftOf(new Date(draftAt)) };
  const { isPaged, render } = DOCUMENT_FORMATS[format];
  const pages = isPaged ? print(stated) : NO_PAGES;
  const file = await render(stated, asked);
  const sized = { bytes: Buffer.byteLength(file ?? ''), sha256: sha256(file ?? '') };
  if (format !== 'zip' || !(file instanceof Uint8Array)) return { ...pages, file, ...sized };
  const { filesIn } = await import('./formats/render-zip');
  const files = filesIn(file).map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  return { ...pages, file, ...sized, files };
}
