import type { PrintableModel } from './printable';

/** A format of the document. Renderers are loaded by the first document that needs them, in a process beside the server. */
export type DocumentFormat = {
  render: (model: PrintableModel, part: { page: number; name: string }) => Promise<Uint8Array | string | null>;
  mediaType: string;
  extension: string;
  /** Handed out as a file and recorded; what isn't is one page for the screen, null where there is no such page. */
  isExport: boolean;
  /** Made of the pages as they are printed: what they lack is missing in it. */
  isPaged: boolean;
};

const text = (subtype: string): string => `text/${subtype}; charset=utf-8`;
const office = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}`;
const file = { isExport: true, isPaged: false };

/** Those that go into one file together, in the order in which they are offered. */
const FILES = {
  pdf: {
    render: async (model) => (await import('./render-pdf')).renderPdf(model),
    mediaType: 'application/pdf',
    extension: 'pdf',
    isExport: true,
    isPaged: true,
  },
  docx: {
    ...file,
    render: async (model) => (await import('./formats/render-word')).renderWord(model),
    mediaType: office('wordprocessingml.document'),
    extension: 'docx',
  },
  xlsx: {
    ...file,
    render: async (model) => (await import('./formats/render-excel')).renderExcel(model),
    mediaType: office('spreadsheetml.sheet'),
    extension: 'xlsx',
  },
  csv: {
    ...file,
    render: async (model) => (await import('./formats/render-csv')).renderCsv(model),
    mediaType: text('csv'),
    extension: 'csv',
  },
  'csv-cp932': {
    ...file,
    render: async (model) => (await import('./formats/render-csv')).renderCp932Csv(model),
    mediaType: 'text/csv; charset=Shift_JIS',
    extension: 'cp932.csv',
  },
  html: {
    ...file,
    render: async (model) => (await import('./formats/render-web-page')).renderWebPage(model),
    mediaType: text('html'),
    extension: 'html',
  },
  fragment: {
    ...file,
    render: async (model) => (await import('./formats/render-web-page')).renderFragment(model),
    mediaType: text('html'),
    extension: 'fragment.html',
  },
  txt: {
    ...file,
    render: async (model) => (await import('./formats/render-text')).renderText(model),
    mediaType: text('plain'),
    extension: 'txt',
  },
  json: {
    ...file,
    render: async (model) => (await import('./formats/render-json')).renderJson(model),
    mediaType: 'application/json',
    extension: 'json',
  },
  schema: {
    ...file,
    render: async () => (await import('./formats/render-json')).renderJsonSchema(),
    mediaType: 'application/schema+json',
    extension: 'schema.json',
  },
} as const satisfies Record<string, DocumentFormat>;

/** Every format, by its name in addresses. */
export const DOCUMENT_FORMATS = {
  ...FILES,
  zip: {
    ...file,
    render: async (model, part) => (await import('./formats/render-zip')).renderZip(FILES, model, part),
    mediaType: 'application/zip',
    extension: 'zip',
    isPaged: true,
  },
  svg: {
    render: async (model, { page }) => (await import('./render-pdf')).renderPageSvg(model, page).svg,
    mediaType: 'image/svg+xml; charset=utf-8',
    extension: 'svg',
    isExport: false,
    isPaged: true,
  },
} as const satisfies Record<string, DocumentFormat>;

export type FormatId = keyof typeof DOCUMENT_FORMATS;

const isFormatId = (name: string): name is FormatId => Object.hasOwn(DOCUMENT_FORMATS, name);

export const formatIdOf = (name: string | undefined): FormatId | undefined =>
  name !== undefined && isFormatId(name) ? name : undefined;

/** What is handed out one by one, in the order in which it is offered. */
export const FILE_FORMATS = Object.keys(FILES) as (keyof typeof FILES)[];
