import 'server-only';
import { DOCUMENT_FORMATS, FILE_FORMATS } from '@/lib/document/formats';
import type { PrintResult } from '@/lib/document/print-job';
import type { PrintableModel } from '@/lib/document/printable';
import { modelRecord, sha256, withStatement } from '@/lib/document/templates/edition-model';
import { TEMPLATE_VERSIONS } from '@/lib/document/templates/templates';
import type { EditionDocumentKind, EditionName } from '@/lib/domain/edition/edition';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { documentFileName } from '@/lib/domain/year/year-document';
import { printing } from '@/lib/server/document/export';

export type EditionModels = Partial<Record<EditionDocumentKind, PrintableModel>>;
type Published = EditionName & { wardCode: string; publishedAt: Date };
type PrintedFile = { format: string; name: string; bytes: Uint8Array; sha256: string };
export type PrintedDocument = {
  kind: string;
  template: string;
  templateVersion: number;
  /** The text of the model, without what the edition says of itself at its foot. */
  model: string;
  modelSha256: string;
  files: PrintedFile[];
};

/** As somebody apart: nothing that the same person looks at or publishes meanwhile replaces it. */
const printerOf = (accountId: string, { year, number }: EditionName): string => `${accountId} ${year} ${number}`;

async function printDocument(
  accountId: string,
  edition: Published,
  kind: string,
  model: PrintableModel,
): Promise<Result<PrintedDocument>> {
  const stated = withStatement(edition, edition.publishedAt, model);
  const { year, number, wardCode } = edition;
  const { template } = model;
  const name = documentFileName({ wardCode, year, template, edition: number });
  const files: PrintedFile[] = [];
  for (const format of FILE_FORMATS) {
    const printed: Result<PrintResult> = await printing().print(printerOf(accountId, edition), stated, {
      format,
      page: 1,
      name,
      draftAt: null,
    });
    if (!printed.ok) return printed;
    if (edition.kind !== 'draft' && printed.value.holes.length > 0) return fail('edition_incomplete');
    const bytes = Buffer.from(printed.value.file ?? '');
    const extension = DOCUMENT_FORMATS[format].extension;
    files.push({ format, name: `${name}.${extension}`, bytes, sha256: sha256(bytes) });
  }
  const templateVersion = TEMPLATE_VERSIONS[template];
  return succeed({ kind, template, templateVersion, ...modelRecord(model), files });
}

/** Every file of every document of an edition. What is final holds all that it should. */
export async function printEdition(
  accountId: string,
  edition: Published,
  models: EditionModels,
): Promise<Result<PrintedDocument[]>> {
  const documents: PrintedDocument[] = [];
  for (const [kind, model] of Object.entries(models)) {
    const printed = await printDocument(accountId, edition, kind, model);
    if (!printed.ok) return printed;
    documents.push(printed.value);
  }
  return succeed(documents);
}
