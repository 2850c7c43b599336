import 'server-only';
import { FILE_FORMATS } from '@/lib/document/formats';
import type { PrintResult } from '@/lib/document/print-job';
import type { PrintableModel } from '@/lib/document/printable';
import { withStatement } from '@/lib/document/templates/edition-model';
import {
  EDITION_DOCUMENTS,
  type Edition,
  type EditionDocument,
  type EditionDocumentKind,
  type EditionKind,
  type EditionName,
} from '@/lib/domain/edition/edition';
import { fail, type Result } from '@/lib/domain/result';
import { type Db, db, type Statement, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { printing } from '@/lib/server/document/export';
import type { Reader } from '@/lib/server/gate/reading';
import type { EditionModel } from '@/lib/server/generated/models';
import type { EditionModels } from './print-edition';

type Row = Selected<
  Omit<Edition, 'publishedAt'> & { publishedAt: Date },
  EditionModel,
  'number' | 'kind' | 'reason' | 'publishedAt' | 'confirmed' | 'readers'
>;

const orderedBy =
  <T>(order: readonly string[], keyOf: (item: T) => string) =>
  (one: T, other: T): number =>
    order.indexOf(keyOf(one)) - order.indexOf(keyOf(other));

const inOrder = (documents: EditionDocument[]): EditionDocument[] =>
  documents
    .map(({ files, ...document }) => ({
      ...document,
      files: files.toSorted(orderedBy(FILE_FORMATS, ({ format }) => format)),
    }))
    .sort(orderedBy(EDITION_DOCUMENTS, ({ kind }) => kind));

async function findEditions(from: Db, wardId: string, which: Statement): Promise<Edition[]> {
  const rows = await from.rows<Row>(sql`
    SELECT y.year, e.number, e.kind, e.reason, e.publisher_name AS "publishedBy", e.published_at AS "publishedAt",
      coalesce(e.confirmed, '[]') AS confirmed, coalesce(e.readers, '[]') AS readers,
      (SELECT json_agg(json_build_object('kind', d.kind, 'modelSha256', d.model_sha256, 'files',
          (SELECT json_agg(json_build_object('format', f.format, 'name', f.name, 'bytes', octet_length(f.bytes), 'sha256', f.sha256))
           FROM edition_file f WHERE f.ward_id = d.ward_id AND f.document_id = d.id)))
        FROM edition_document d WHERE d.ward_id = e.ward_id AND d.edition_id = e.id) AS documents
    FROM edition e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${wardId} AND ${which} ORDER BY y.year DESC, e.number DESC`);
  return rows.map(({ publishedAt, documents, ...edition }) => ({
    ...edition,
    publishedAt: publishedAt.toISOString(),
    documents: inOrder(documents),
  }));
}

/** All editions of all years, the newest first. */
export const listEditions = ({ wardId }: Reader): Promise<Edition[]> => findEditions(db, wardId, sql`true`);

export const listEditionsOfYear = ({ wardId }: Reader, year: number): Promise<Edition[]> =>
  findEditions(db, wardId, sql`y.year = ${year}`);

/** The models of an edition by their documents, as they were published. */
export const getEditionModels = ({ wardId }: Reader, year: number, number: number): Promise<EditionModels> =>
  findEditionModels(wardId, { year, number });

export async function findEditionModels(
  wardId: string,
  { year, number }: Pick<EditionName, 'year' | 'number'>,
): Promise<EditionModels> {
  const rows = await db.rows<{ kind: EditionDocumentKind; model: PrintableModel }>(sql`
    SELECT d.kind, d.model FROM edition_document d JOIN edition e ON e.ward_id = d.ward_id AND e.id = d.edition_id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${wardId} AND y.year = ${year} AND e.number = ${number}`);
  return Object.fromEntries(rows.map(({ kind, model }) => [kind, model]));
}

export async function getEdition({ wardId }: Reader, year: number, number: number): Promise<Edition | undefined> {
  const [edition] = await findEditions(db, wardId, sql`y.year = ${year} AND e.number = ${number}`);
  return edition;
}

export type DocumentOfEdition = { year: number; number: number; kind: EditionDocumentKind };
type Printed = { editionKind: EditionKind; publishedAt: Date; model: PrintableModel };

/** A document of an edition: its model as it is printed, with the name of the edition at its foot. */
export async function getEditionDocument(
  { wardId }: Reader,
  { year, number, kind }: DocumentOfEdition,
): Promise<PrintableModel | undefined> {
  const found = await db.first<Selected<Printed, EditionModel, 'publishedAt'>>(sql`
    SELECT e.kind AS "editionKind", e.published_at AS "publishedAt", d.model
    FROM edition_document d JOIN edition e ON e.ward_id = d.ward_id AND e.id = d.edition_id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${wardId} AND y.year = ${year} AND e.number = ${number} AND d.kind = ${kind}`);
  return found && withStatement({ year, number, kind: found.editionKind }, found.publishedAt, found.model);
}

/** How many pages a document of an edition has. */
export const printedPages = (reader: Reader, model: PrintableModel): Promise<Result<PrintResult>> =>
  printing().print(reader.accountId, model, 'pages');

/** A page of an edition for the screen: nothing of it goes out. */
export async function getEditionPage(
  reader: Reader,
  document: DocumentOfEdition,
  page: number,
): Promise<Result<PrintResult>> {
  const model = await getEditionDocument(reader, document);
  if (!model) return fail('not_found');
  return printing().print(reader.accountId, model, { format: 'svg', page, name: '', draftAt: null });
}
