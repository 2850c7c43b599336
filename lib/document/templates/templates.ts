import type { DocumentInput } from '@/lib/document/document-input';
import type { DocumentModel, TemplateId } from '@/lib/document/model';
import type { EditionDocumentKind } from '@/lib/domain/edition/edition';
import type { Paper } from '@/lib/domain/year/year-document';
import { buildAnnex } from './annex';
import { buildD1 } from './d1';

/** What a year prints, by its name in addresses. */
export const DOCUMENTS = {
  document: buildD1,
  annex: buildAnnex,
} as const satisfies Record<string, (input: DocumentInput) => DocumentModel>;

/** The template of each document. Its version is raised when it makes another tree of the same data: an edition says which one made it. */
export const TEMPLATES: Record<EditionDocumentKind, { id: TemplateId; version: number; paper: Paper }> = {
  document: { id: 'd1', version: 1, paper: 'portrait' },
  annex: { id: 'annex', version: 1, paper: 'landscape' },
  errata: { id: 'errata', version: 1, paper: 'portrait' },
};

export type DocumentKind = keyof typeof DOCUMENTS;

const isDocumentKind = (name: string): name is DocumentKind => Object.hasOwn(DOCUMENTS, name);

export const documentKindOf = (name: string | undefined): DocumentKind | undefined =>
  name !== undefined && isDocumentKind(name) ? name : undefined;
