import 'server-only';
import { DOCUMENT_FORMATS, FILE_FORMATS } from '@/lib/document/formats';
import type { AskedForm } from '@/lib/document/print-job';
import { TEMPLATES } from '@/lib/document/templates/templates';
import type { EditionDocumentKind } from '@/lib/domain/edition/edition';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { documentFileName } from '@/lib/domain/year/year-document';
import { printing } from '@/lib/server/document/export';
import { documentsOf, type PreparedEdition } from './next-edition';

type PrintedFile = { format: string; name: string; bytes: Uint8Array; sha256: string };
export type PrintedDocument = {
  kind: EditionDocumentKind;
  template: string;
  templateVersion: number;
  /** The text of the model, without what the edition says of itself at its foot. */
  model: string;
  modelSha256: string;
  files: PrintedFile[];
};

async function printDocument(
  accountId: string,
  { year, number, wardCode, kind: editionKind, source }: PreparedEdition,
  kind: EditionDocumentKind,
): Promise<Result<PrintedDocument>> {
  // As somebody apart: nothing that the same person looks at or publishes meanwhile replaces it.
  const print = (form: AskedForm) =>
    printing().print(`${accountId} ${year} ${number}`, source, { document: kind, form });
  const model = await print('model');
  if (!model.ok) return model;
  const { id: template, version: templateVersion } = TEMPLATES[kind];
  const name = documentFileName({ wardCode, year, template, edition: number });
  const files: PrintedFile[] = [];
  for (const format of FILE_FORMATS) {
    const printed = await print({ format, page: 1, name, draftAt: null });
    if (!printed.ok) return printed;
    const { file, holes, sha256 } = printed.value;
    if (editionKind !== 'draft' && holes.length > 0) return fail('edition_incomplete');
    files.push({
      format,
      name: `${name}.${DOCUMENT_FORMATS[format].extension}`,
      bytes: Buffer.from(file ?? ''),
      sha256,
    });
  }
  const { file, sha256: modelSha256 } = model.value;
  return succeed({ kind, template, templateVersion, model: `${file}`, modelSha256, files });
}

/** Every file of every document of an edition. What is final holds all that it should. */
export async function printEdition(accountId: string, edition: PreparedEdition): Promise<Result<PrintedDocument[]>> {
  const documents: PrintedDocument[] = [];
  for (const kind of documentsOf(edition)) {
    const printed = await printDocument(accountId, edition, kind);
    if (!printed.ok) return printed;
    documents.push(printed.value);
  }
  return succeed(documents);
}
