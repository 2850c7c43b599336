import type { EditionDocumentKind } from '@/lib/domain/edition/edition';
import type { PrintedPages } from '@/lib/domain/year/year-document';
import { documentFileText } from '@/lib/text/document/document-files';
import { differencesOf } from './comparison/differences';
import { DOCUMENT_FORMATS, type FormatId } from './formats';
import { screenText } from './formats/screen-text';
import { boxesOf } from './places/boxes';
import type { PrintableModel } from './printable';
import { countPages, holesOf, renderPdf } from './render-pdf';
import { keysOf, seenPlaces } from './seen-places';
import { modelsOfTexts, printedDocument, readSource } from './source';
import { sha256 } from './templates/edition-model';
import { forgetCompilations } from './typst';

/** A file: its name without the ending, and the time of the draft that it is (ISO), which it says of itself. */
export type AskedFile = { format: FormatId; page: number; name: string; draftAt: string | null };
/**
 * What is asked of a document: its number of pages, where each of its places is on them, its text for the screen, its model as an
 * edition keeps it (all of these as JSON), or a file; one page of it where the format has pages.
 */
export type AskedForm = 'pages' | 'places' | 'text' | 'model' | AskedFile;
/**
 * Of a source: one of its documents in a form; or of all together what they don't say alike with those before them, or the places that
 * people read, with what is printed there or by their keys alone (all of these as JSON).
 */
export type AskedOfAll = 'differences' | 'readThrough' | 'placeKeys';
export type Asked = { document: EditionDocumentKind; form: AskedForm } | AskedOfAll;

/** `source` is the text of a DocumentSource. */
export type PrintJob = { source: string; asked: Asked };
export type PrintResult = PrintedPages & {
  file: Uint8Array | string | null;
  /** Of the file, for the record of what went out; of the PDF where the pages alone were asked for. */
  bytes: number;
  sha256: string;
  /** Those that are packed in it. */
  files?: PackedFile[];
};
export type PackedFile = { name: string; bytes: number; sha256: string };

const NO_PAGES: PrintedPages = { pageCount: 0, holes: [] };

const asText = (file: string): PrintResult => ({
  ...NO_PAGES,
  file,
  bytes: Buffer.byteLength(file),
  sha256: sha256(file),
});

function print(model: PrintableModel): PrintedPages {
  const pages = { pageCount: countPages(model), holes: holesOf(model) };
  forgetCompilations();
  return pages;
}

async function printFile(model: PrintableModel, asked: AskedFile): Promise<PrintResult> {
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

function ofAll(text: string, asked: AskedOfAll): unknown {
  const { source, models } = readSource(text);
  if (asked === 'differences') return differencesOf(modelsOfTexts(source.previous?.models ?? {}), models);
  const places = 'input' in source.of ? seenPlaces(source.of.input) : [];
  return asked === 'readThrough' ? places : keysOf(places);
}

/** One job of a printing process. */
export async function printJob({ source, asked }: PrintJob): Promise<PrintResult> {
  if (typeof asked === 'string') return asText(JSON.stringify(ofAll(source, asked)));
  const { document, form } = asked;
  if (form === 'model') return asText(JSON.stringify(readSource(source).models[document]));
  const model = printedDocument(source, document);
  if (form === 'places') return asText(JSON.stringify(boxesOf(model)));
  if (form === 'text') return asText(JSON.stringify(screenText(model)));
  if (form !== 'pages') return printFile(model, form);
  const pages = print(model);
  const pdf = renderPdf(model);
  return { ...pages, file: null, bytes: pdf.length, sha256: sha256(pdf) };
}
