import 'server-only';
import { FILE_FORMATS } from '@/lib/document/formats';
import type { PrintResult } from '@/lib/document/print-job';
import type { ModelTexts } from '@/lib/document/source';
import {
  EDITION_DOCUMENTS,
  type Edition,
  type EditionDocument,
  type EditionDocumentKind,
  type EditionKind,
  type EditionName,
} from '@/lib/domain/edition/edition';
import { fail, type Result } from '@/lib/domain/result';
import type { Paper } from '@/lib/domain/year/year-document';
import { type Db, db, type Statement, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { getPageImage, type Printable } from '@/lib/server/document/export';
import { inTurn } from '@/lib/server/document/in-turn';
import { sourceOf } from '@/lib/server/document/source';
import type { Reader } from '@/lib/server/gate/reading';
import type { EditionModel } from '@/lib/server/generated/models';

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

/** The models of an edition by their documents, as the texts that were published. */
export const getEditionModels = ({ wardId }: Reader, year: number, number: number): Promise<ModelTexts> =>
  findEditionModels(wardId, { year, number });

export async function findEditionModels(
  wardId: string,
  { year, number }: Pick<EditionName, 'year' | 'number'>,
): Promise<ModelTexts> {
  const rows = await inTurn(() =>
    db.rows<{ kind: EditionDocumentKind; model: string }>(sql`
    SELECT d.kind, d.model::text FROM edition_document d JOIN edition e ON e.ward_id = d.ward_id AND e.id = d.edition_id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${wardId} AND y.year = ${year} AND e.number = ${number}`),
  );
  return Object.fromEntries(rows.map(({ kind, model }) => [kind, model]));
}

export async function getEdition({ wardId }: Reader, year: number, number: number): Promise<Edition | undefined> {
  const [edition] = await findEditions(db, wardId, sql`y.year = ${year} AND e.number = ${number}`);
  return edition;
}

export type DocumentOfEdition = { year: number; number: number; kind: EditionDocumentKind };
type Stored = { editionKind: EditionKind; publishedAt: Date; model: string; paper: Paper };

/** A document of an edition as it was published, with the name of the edition at its foot. */
export async function getEditionDocument(
  { wardId }: Reader,
  { year, number, kind }: DocumentOfEdition,
): Promise<(Printable & { paper: Paper }) | undefined> {
  const found = await inTurn(() =>
    db.first<Selected<Stored, EditionModel, 'publishedAt'>>(sql`
    SELECT e.kind AS "editionKind", e.published_at AS "publishedAt", d.model::text, d.model->>'paper' AS paper
    FROM edition_document d JOIN edition e ON e.ward_id = d.ward_id AND e.id = d.edition_id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${wardId} AND y.year = ${year} AND e.number = ${number} AND d.kind = ${kind}`),
  );
  if (!found) return undefined;
  const { editionKind, publishedAt, model, paper } = found;
  const edition = { year, number, kind: editionKind, publishedAt: publishedAt.toISOString() };
  const source = sourceOf({ of: { models: { [kind]: model } }, edition, previous: null, reason: '', reasons: [] });
  return { source, kind, paper };
}

/** A page of an edition for the screen: nothing of it goes out. */
export async function getEditionPage(
  reader: Reader,
  asked: DocumentOfEdition,
  page: number,
): Promise<Result<PrintResult>> {
  const document = await getEditionDocument(reader, asked);
  return document ? getPageImage(reader, document, page) : fail('not_found');
}
