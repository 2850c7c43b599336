import 'server-only';
import type { PlaceInput } from '@/lib/document/places/place-input';
import type { PrintResult } from '@/lib/document/print-job';
import { sha256 } from '@/lib/document/templates/edition-model';
import type { PlaceReason } from '@/lib/domain/edition/difference';
import {
  type EditionDocumentKind,
  type EditionKind,
  type EditionName,
  nextEditionKind,
  previousEdition,
} from '@/lib/domain/edition/edition';
import { hasRoleFor } from '@/lib/domain/permissions';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { inputOf, readYear, type YearData } from '@/lib/server/document/document';
import { printing } from '@/lib/server/document/export';
import { inTurn } from '@/lib/server/document/in-turn';
import { type Source, sourceOf } from '@/lib/server/document/source';
import type { Reader } from '@/lib/server/gate/reading';
import type { EditionModel } from '@/lib/server/generated/models';
import { findPlaceKeys, type Reading, readingOf } from '@/lib/server/read-through/read-through-queries';
import { findEditionModels } from './edition-queries';

export type NextEdition = EditionName & {
  fiscalYearId: string;
  wardCode: string;
  data: YearData;
  /** What its documents are made of, and of nothing else. */
  input: PlaceInput;
  /** What it follows, or corrects. */
  previous: EditionName | null;
  /** Of all of that: another one is another edition. */
  seen: string;
};

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
  const input = inputOf(year, data, kind === 'draft');
  const seen = sha256(JSON.stringify({ year, number, kind, input }));
  const found = previousEdition(kind, earlier);
  const previous = found && { year, ...found };
  return { year, number, kind, fiscalYearId, wardCode, data, input, previous, seen };
}

/** A page says the day alone: so documents of one hour are the same. */
const HOUR_MS = 3_600_000;
const hourOf = (at: Date): string => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS).toISOString();

/** With what its documents are made of. */
export type PreparedEdition = NextEdition & { publishedAt: Date; source: Source };

export async function prepareEdition(
  wardId: string,
  next: NextEdition,
  { publishedAt, reason, reasons }: { publishedAt: Date; reason: string; reasons: PlaceReason[] },
): Promise<PreparedEdition> {
  const { year, number, kind, input, previous } = next;
  const edition = { year, number, kind, publishedAt: hourOf(publishedAt) };
  const models = previous ? await findEditionModels(wardId, previous) : {};
  const source = sourceOf({
    of: { input },
    edition,
    previous: previous && { edition: previous, models },
    reason,
    reasons,
  });
  return { ...next, publishedAt, source };
}

/** As it would be published today; why it corrects another one is said when it is published. */
export async function getNextEdition({ wardId }: Reader, year: number): Promise<PreparedEdition | undefined> {
  const next = await inTurn(() => consistentRead((tx) => nextEditionOf(tx, wardId, year)));
  return next && prepareEdition(wardId, next, { publishedAt: new Date(), reason: '', reasons: [] });
}

/** How far the reading of it is, for the screen of who may publish it. */
export async function getReading({ wardId, accountId }: Reader, next: PreparedEdition): Promise<Result<Reading>> {
  const keys = await findPlaceKeys(accountId, next.source);
  return keys.ok ? succeed(await consistentRead((tx) => readingOf(tx, wardId, next, keys.value))) : keys;
}

/** A page of it for the screen of who may publish it, as it would be printed today. */
export async function getNextEditionPage(
  reader: Reader,
  asked: { year: number; kind: EditionDocumentKind },
  page: number,
): Promise<Result<PrintResult>> {
  const found = hasRoleFor(reader, 'edition.publish') ? await getNextEdition(reader, asked.year) : undefined;
  const isThere = found && documentsOf(found).includes(asked.kind);
  return isThere ? printNext(reader, found, asked.kind, page) : fail('not_found');
}

/** Its documents in their order. */
export const documentsOf = ({ kind, previous }: NextEdition): EditionDocumentKind[] =>
  kind === 'corrected' && previous ? ['document', 'annex', 'errata'] : ['document', 'annex'];

/** Its pages as they would be printed today, or how many there are. */
export const printNext = (
  { accountId }: Reader,
  { source }: PreparedEdition,
  document: EditionDocumentKind,
  page: number | 'pages',
): Promise<Result<PrintResult>> =>
  printing().print(`preview ${accountId}`, source, {
    document,
    form: page === 'pages' ? page : { format: 'svg', page, name: '', draftAt: null },
  });
