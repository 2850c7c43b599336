import type { PrintedPages } from '@/lib/domain/year-document';
import type { PrintableModel } from './printable';
import { countPages, holesOf, renderPageSvg, renderPdf } from './render-pdf';
import { forgetCompilations } from './typst';

/** What is asked of a document: its number of pages, the file, or one page as a picture. */
export type Asked = 'pages' | 'pdf' | number;

export type PrintJob = { model: PrintableModel; asked: Asked };
export type Print = PrintedPages & { pdf?: Uint8Array; svg?: string | null };

/** One job of a printing process. */
export function printJob({ model, asked }: PrintJob): Print {
  const print = { pageCount: countPages(model), holes: holesOf(model) };
  forgetCompilations();
  if (asked === 'pages') return print;
  return asked === 'pdf' ? { ...print, pdf: renderPdf(model) } : { ...print, svg: renderPageSvg(model, asked).svg };
}
