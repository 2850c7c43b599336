import type { PrintedPages } from '@/lib/domain/year/year-document';
import { DOCUMENT_FORMATS, type FormatId } from './formats';
import type { PrintableModel } from './printable';
import { countPages, holesOf } from './render-pdf';
import { forgetCompilations } from './typst';

/** What is asked of a document: its number of pages, or a file; one page of it where the format has pages. */
export type Asked = 'pages' | { format: FormatId; page: number };

export type PrintJob = { model: PrintableModel; asked: Asked };
export type PrintResult = PrintedPages & { file: Uint8Array | string | null };

/** One job of a printing process. */
export async function printJob({ model, asked }: PrintJob): Promise<PrintResult> {
  const pages = { pageCount: countPages(model), holes: holesOf(model) };
  forgetCompilations();
  const file = asked === 'pages' ? null : await DOCUMENT_FORMATS[asked.format].render(model, asked.page);
  return { ...pages, file };
}
