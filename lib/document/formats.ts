import type { PrintableModel } from './printable';

/** A format of the document. Renderers are loaded by the first document that needs them, in a process beside the server. */
export type DocumentFormat = {
  render: (model: PrintableModel, page: number) => Promise<Uint8Array | string | null>;
  mediaType: string;
  extension: string;
  /** Handed out as a file and recorded; what isn't is one page for the screen, null where there is no such page. */
  isExport: boolean;
};

/** Every format, by its name in addresses. */
export const DOCUMENT_FORMATS = {
  pdf: {
    render: async (model) => (await import('./render-pdf')).renderPdf(model),
    mediaType: 'application/pdf',
    extension: 'pdf',
    isExport: true,
  },
  svg: {
    render: async (model, page) => (await import('./render-pdf')).renderPageSvg(model, page).svg,
    mediaType: 'image/svg+xml; charset=utf-8',
    extension: 'svg',
    isExport: false,
  },
} as const satisfies Record<string, DocumentFormat>;

export type FormatId = keyof typeof DOCUMENT_FORMATS;

const isFormatId = (name: string): name is FormatId => Object.hasOwn(DOCUMENT_FORMATS, name);

export const formatIdOf = (name: string | undefined): FormatId | undefined =>
  name !== undefined && isFormatId(name) ? name : undefined;
