import type { PlaceReason } from '@/lib/domain/edition/difference';
import type { EditionDocumentKind, EditionName } from '@/lib/domain/edition/edition';
import type { PlaceInput } from './places/place-input';
import type { PrintableModel } from './printable';
import { toPrintable } from './printable';
import { withStatement } from './templates/edition-model';
import { buildErrata, withErrata } from './templates/errata';
import { DOCUMENTS } from './templates/templates';

/** Models by their documents, as the texts that an edition keeps. */
export type ModelTexts = Partial<Record<EditionDocumentKind, string>>;
export type DocumentModels = Partial<Record<EditionDocumentKind, PrintableModel>>;

/** What documents are made of: a year's data, or models as they were published. All of it is made beside the server. */
export type DocumentSource = {
  of: { input: PlaceInput } | { models: ModelTexts };
  /** What they say of themselves at their foot; null: they are of no edition. `publishedAt` is an ISO instant. */
  edition: (EditionName & { publishedAt: string }) | null;
  /** What they are held against: a 訂正版 has the list of what it corrects, for that reason or for one of the place's own. */
  previous: { edition: EditionName; models: ModelTexts } | null;
  reason: string;
  reasons: PlaceReason[];
};

export const modelsOfTexts = (texts: ModelTexts): DocumentModels =>
  Object.fromEntries(Object.entries(texts).map(([document, text]) => [document, JSON.parse(text)]));

function build({ of, edition, previous, reason, reasons }: DocumentSource): DocumentModels {
  if ('models' in of) return modelsOfTexts(of.models);
  const document = toPrintable(DOCUMENTS.document(of.input));
  const annex = toPrintable(DOCUMENTS.annex(of.input));
  const before = modelsOfTexts(previous?.models ?? {});
  if (edition?.kind !== 'corrected' || !previous || !before.document || !before.annex) return { document, annex };
  const from = { edition: previous.edition, document: before.document, annex: before.annex };
  const errata = buildErrata(from, { edition, document, annex }, reason, reasons);
  return { document: toPrintable(withErrata(document, errata)), annex, errata: toPrintable(errata) };
}

/** Of a source as text; whoever asks for one form of it asks for others, too. */
let last: { text: string; source: DocumentSource; models: DocumentModels } | undefined;

export function readSource(text: string): { source: DocumentSource; models: DocumentModels } {
  if (last?.text !== text) {
    const source: DocumentSource = JSON.parse(text);
    last = { text, source, models: build(source) };
  }
  return last;
}

/** A document as it is printed. */
export function printedDocument(text: string, document: EditionDocumentKind): PrintableModel {
  const { source, models } = readSource(text);
  const model = models[document];
  if (!model) throw new Error(`no ${document}`);
  return source.edition ? withStatement(source.edition, new Date(source.edition.publishedAt), model) : model;
}
