import 'server-only';
import { DOCUMENT_FORMATS, FILE_FORMATS } from '@/lib/document/formats';
import { zipFiles } from '@/lib/document/formats/render-zip';
import type { PackedFile } from '@/lib/document/print-job';
import { sha256 } from '@/lib/document/templates/edition-model';
import { documentFileName } from '@/lib/domain/year/year-document';
import { db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { DocumentFile, ExportId } from '@/lib/server/document/export';
import type { Reader } from '@/lib/server/gate/reading';
import type { EditionFileModel } from '@/lib/server/generated/models';
import { recordAudit } from '@/lib/server/history/audit';
import type { DocumentOfEdition } from './edition-queries';

export type AskedFile = DocumentOfEdition & { format: ExportId };
type Row = Omit<Found, 'files'> & { id: string; length: number; wardCode: string; template: string };
type Stored = Selected<Omit<Row, 'file'>, EditionFileModel, 'id' | 'name' | 'sha256'>;
type Found = { fiscalYearId: string; file: Uint8Array; name: string; sha256: string; files?: PackedFile[] };

const PIECE_BYTES = 1024 * 1024;

/** In pieces: they come as texts of twice their length, and to read 20 MB of those would hold the server up. */
async function readBytes(wardId: string, { id, length }: Pick<Row, 'id' | 'length'>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let from = 1; from <= length; from += PIECE_BYTES) {
    const piece = await db.first<{ bytes: Buffer }>(sql`
      SELECT substring(bytes FROM ${from}::int FOR ${PIECE_BYTES}::int) AS bytes
      FROM edition_file WHERE ward_id = ${wardId} AND id = ${id}`);
    pieces.push(piece?.bytes ?? Buffer.alloc(0));
  }
  return Buffer.concat(pieces);
}

/** As it was stored; all of them in one file are packed as they are, so that they are the same bytes each time. */
async function findFile({ wardId }: Reader, { year, number, kind, format }: AskedFile): Promise<Found | undefined> {
  const only = format === 'zip' ? null : format;
  const found = await db.rows<Stored>(sql`
    SELECT y.id AS "fiscalYearId", f.id, f.name, octet_length(f.bytes) AS length, f.sha256, w.code AS "wardCode", d.template
    FROM fiscal_year y JOIN ward w ON w.id = y.ward_id JOIN edition e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id
    JOIN edition_document d ON d.ward_id = e.ward_id AND d.edition_id = e.id
    JOIN edition_file f ON f.ward_id = d.ward_id AND f.document_id = d.id
    WHERE y.ward_id = ${wardId} AND y.year = ${year} AND e.number = ${number} AND d.kind = ${kind}
      AND (${only}::text IS NULL OR f.format = ${only}::text)
    ORDER BY array_position(${FILE_FORMATS}::text[], f.format)`);
  const stored: (Stored & { bytes: Buffer })[] = [];
  for (const of of found) stored.push({ ...of, bytes: await readBytes(wardId, of) });
  const [first] = stored;
  if (!first) return undefined;
  const { fiscalYearId, wardCode, template } = first;
  if (format !== 'zip') return { fiscalYearId, file: first.bytes, name: first.name, sha256: first.sha256 };
  const file = zipFiles(stored);
  const name = `${documentFileName({ wardCode, year, template, edition: number })}.${DOCUMENT_FORMATS[format].extension}`;
  const files = stored.map((of) => ({ name: of.name, bytes: of.bytes.length, sha256: of.sha256 }));
  return { fiscalYearId, file, name, sha256: sha256(file), files };
}

const asFile = ({ file, name }: Found): DocumentFile => ({ file, name, bytes: file.length });

/** Whether it is there and what it is, without handing it out. */
export async function prepareEditionFile(reader: Reader, asked: AskedFile): Promise<DocumentFile | undefined> {
  const found = await findFile(reader, asked);
  return found && { ...asFile(found), file: null };
}

/** A file of an edition as it was published. What goes out is recorded first. */
export async function getEditionFile(
  reader: Reader,
  address: string | null,
  asked: AskedFile,
): Promise<DocumentFile | undefined> {
  const found = await findFile(reader, asked);
  if (!found) return undefined;
  const { number: edition, kind: document, format } = asked;
  await recordAudit(
    { actor: reader, address, tx: db, operation: 'document.read' },
    {
      subject: 'document',
      subjectId: found.fiscalYearId,
      after: {
        document,
        format,
        edition,
        bytes: found.file.length,
        sha256: found.sha256,
        ...(found.files && { files: found.files }),
      },
    },
  );
  return asFile(found);
}
