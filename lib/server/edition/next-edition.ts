import 'server-only';
import type { PrintResult } from '@/lib/document/print-job';
import type { PrintableModel } from '@/lib/document/printable';
import { sha256, withStatement } from '@/lib/document/templates/edition-model';
import { DOCUMENTS, type DocumentKind, documentKindOf } from '@/lib/document/templates/templates';
import {
  type EditionDocumentKind,
  type EditionKind,
  type EditionName,
  nextEditionKind,
  previousEdition,
} from '@/lib/domain/edition/edition';
import { hasRoleFor } from '@/lib/domain/permissions';
import type { ReaderSummary } from '@/lib/domain/read-through/mark';
import { fail, type Result } from '@/lib/domain/result';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { modelOf, readYear } from '@/lib/server/document/document';
import { printing } from '@/lib/server/document/export';
import type { Reader } from '@/lib/server/gate/reading';
import type { EditionModel } from '@/lib/server/generated/models';
import { readingOfEdition } from '@/lib/server/read-through/read-through-queries';

export type NextEdition = EditionName & {
  fiscalYearId: string;
  wardCode: string;
  models: Record<DocumentKind, PrintableModel>;
  /** Who has read it, and how many places haven't been read enough. */
  readers: ReaderSummary[];
  unread: number;
  /** What it follows, or corrects. */
  previous: EditionName | null;
  /** Of all of that: another one is another edition. */
  seen: string;
};

const KINDS = Object.keys(DOCUMENTS) as DocumentKind[];

/** What a year's next edition would be, of its data as they stand. */
export async function nextEditionOf(tx: Db, wardId: string, year: number): Promise<NextEdition | undefined> {
  const data = await readYear(tx, wardId, year);
  if (!data) return undefined;
  const { id: fiscalYearId, wardCode, isOpen } = data.year;
  const earlier = await tx.rows<Selected<{ number: number; kind: EditionKind }, EditionModel, 'number' | 'kind'>>(sql`
    SELECT number, kind FROM edition WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId} ORDER BY number`);
  const number = (earlier.at(-1)?.number ?? 0) + 1;
  const kind = nextEditionKind(
    isOpen,
    earlier.map((of) => of.kind),
  );
  const models = Object.fromEntries(
    KINDS.map((of) => [of, modelOf(of, year, data, kind === 'draft')]),
  ) as NextEdition['models'];
  const reading = await readingOfEdition(tx, wardId, year, data);
  const seen = sha256(JSON.stringify({ year, number, kind, models }));
  const previous = previousEdition(kind, earlier);
  return {
    year,
    number,
    kind,
    fiscalYearId,
    wardCode,
    models,
    ...reading,
    previous: previous && { year, ...previous },
    seen,
  };
}

export const getNextEdition = ({ wardId }: Reader, year: number): Promise<NextEdition | undefined> =>
  consistentRead((tx) => nextEditionOf(tx, wardId, year));

/** A page of it for the screen of who may publish it, as it would be printed today. */
export async function getNextEditionPage(
  reader: Reader,
  asked: { year: number; kind: EditionDocumentKind },
  page: number,
): Promise<Result<PrintResult>> {
  const next = hasRoleFor(reader, 'edition.publish') ? await getNextEdition(reader, asked.year) : undefined;
  const kind = documentKindOf(asked.kind);
  return next && kind ? printNext(reader, next, kind, page) : fail('not_found');
}

/** Its pages as they would be printed today, or how many there are. */
export const printNext = (
  { accountId }: Reader,
  next: NextEdition,
  kind: DocumentKind,
  page: number | 'pages',
): Promise<Result<PrintResult>> =>
  printing().print(
    `preview ${accountId}`,
    withStatement(next, new Date(), next.models[kind]),
    page === 'pages' ? page : { format: 'svg', page, name: '', draftAt: null },
  );
