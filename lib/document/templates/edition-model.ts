import { createHash } from 'node:crypto';
import type { PrintableModel } from '@/lib/document/printable';
import type { EditionName } from '@/lib/domain/edition/edition';
import { editionStatement } from '@/lib/text/document/document';

export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** What an edition keeps of a model: its text, and the hash of that. */
export function modelRecord(model: PrintableModel): { model: string; modelSha256: string } {
  const text = JSON.stringify(model);
  return { model: text, modelSha256: sha256(text) };
}

/** A model of an edition as it is printed, with the name of the edition at its foot. */
export const withStatement = (edition: EditionName, publishedAt: Date, model: PrintableModel): PrintableModel => ({
  ...model,
  statement: editionStatement(edition, publishedAt, modelRecord(model).modelSha256),
});
