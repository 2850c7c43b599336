import type { DocumentInput } from '@/lib/document/document-input';
import type { DocumentModel, TemplateId } from '@/lib/document/model';
import { buildAnnex } from './annex';
import { buildD1 } from './d1';

/** What a year prints, by its name in addresses. */
export const DOCUMENTS = {
  document: buildD1,
  annex: buildAnnex,
} as const satisfies Record<string, (input: DocumentInput) => DocumentModel>;

/** Raised when a template makes another tree of the same data: an edition says which one made it. */
export const TEMPLATE_VERSIONS: Record<TemplateId, number> = { d1: 1, annex: 1, errata: 1 };

export type DocumentKind = keyof typeof DOCUMENTS;

const isDocumentKind = (name: string): name is DocumentKind => Object.hasOwn(DOCUMENTS, name);

export const documentKindOf = (name: string | undefined): DocumentKind | undefined =>
  name !== undefined && isDocumentKind(name) ? name : undefined;
