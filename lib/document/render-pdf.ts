import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { TemplateId } from './model';
import { pageOf } from './page-svg';
import type { PrintableModel } from './printable';
import { D1 } from './templates/d1';
import { compileTemplate, typstCompiler } from './typst';

const TEMPLATES: Record<TemplateId, string> = { d1: D1 };
const A4_PT = { width: 595.2756, height: 841.8898 };

type Printed = { document: NodeTypstDocument; pdf?: Buffer; svg?: string };

/** The last few documents: somebody who turns pages, and the download after them, ask for the same one. */
const KEPT = 4;
const printed = new Map<string, Printed>();

function print(model: PrintableModel): Printed {
  const key = JSON.stringify(model);
  const found = printed.get(key) ?? { document: compileTemplate(TEMPLATES[model.template], model) };
  printed.delete(key);
  printed.set(key, found);
  const oldest = printed.keys().next().value;
  if (printed.size > KEPT && oldest !== undefined) printed.delete(oldest);
  return found;
}

/** A tagged PDF (UA-1); the same model always gives the same bytes. */
export function renderPdf(model: PrintableModel): Buffer {
  const found = print(model);
  found.pdf ??= typstCompiler().pdf(found.document, { pdfStandard: 'ua-1', creationTimestamp: 0 });
  return found.pdf;
}

export const countPages = (model: PrintableModel): number => print(model).document.numOfPages;

/** One page as it is printed, out of the same compilation as the PDF; svg is null beyond the last page. */
export function renderPageSvg(model: PrintableModel, page: number): { svg: string | null; pageCount: number } {
  const found = print(model);
  found.svg ??= typstCompiler().plainSvg(found.document);
  return { svg: pageOf(found.svg, page, A4_PT), pageCount: found.document.numOfPages };
}
