import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Hole } from '@/lib/domain/year-document';
import { compileWithHoles } from './holes';
import { pageOf } from './page-svg';
import type { PrintableModel } from './printable';
import { compileDocument, typstCompiler } from './typst';

const A4_PT = { width: 595.2756, height: 841.8898 };

type Compiled = { document: NodeTypstDocument; pdf: Buffer };
type Printed = Compiled & { holes: Hole[]; svg?: string };

/** The last document: somebody who turns pages, and the download after them, ask for the same one. */
let last: { key: string; printed: Printed } | undefined;

/** A tagged PDF (UA-1) is made at once: what the standard refuses is a failure like any other. */
function compile(model: PrintableModel): Compiled {
  const document = compileDocument(model);
  return { document, pdf: typstCompiler().pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 }) };
}

function print(model: PrintableModel): Printed {
  const key = JSON.stringify(model);
  if (last?.key !== key) {
    const { compiled, holes } = compileWithHoles(model, compile);
    last = { key, printed: { ...compiled, holes } };
  }
  return last.printed;
}

/** The same model always gives the same bytes. */
export const renderPdf = (model: PrintableModel): Buffer => print(model).pdf;

export const countPages = (model: PrintableModel): number => print(model).document.numOfPages;

export const holesOf = (model: PrintableModel): Hole[] => print(model).holes;

/** One page as it is printed, out of the same compilation as the PDF; svg is null beyond the last page. */
export function renderPageSvg(model: PrintableModel, page: number): { svg: string | null; pageCount: number } {
  const found = print(model);
  found.svg ??= typstCompiler().plainSvg(found.document);
  return { svg: pageOf(found.svg, page, A4_PT), pageCount: found.document.numOfPages };
}
