import 'server-only';
import { type PlaceKey, type SeenPlace, seenPlaces } from '@/lib/document/seen-places';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { rolesFor } from '@/lib/domain/permissions';
import type { PlaceBoxes, PlacesOnPages } from '@/lib/domain/read-through/boxes';
import {
  isReadEnough,
  type Mark,
  type ReaderSummary,
  type ReadersNeeded,
  readersOf,
} from '@/lib/domain/read-through/mark';
import { READ_DOCUMENTS, type ReadDocumentKind } from '@/lib/domain/read-through/place';
import type { ReadThrough } from '@/lib/domain/read-through/read-through';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { consistentRead, type Db, db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { inputOf, readYear, type YearData } from '@/lib/server/document/document';
import { printing } from '@/lib/server/document/export';
import { inTurn } from '@/lib/server/document/in-turn';
import { draftSource, type Source } from '@/lib/server/document/source';
import type { Reader } from '@/lib/server/gate/reading';
import type { ReadingMarkModel } from '@/lib/server/generated/models';
import { sourcesOf } from './place-sources';

type MarkRow = Selected<
  Omit<Mark, 'at' | 'name' | 'isLeft'> & { place: string; readerName: string; at: Date },
  ReadingMarkModel,
  'place' | 'seen' | 'note' | 'accountId' | 'readerName' | 'at'
> & { isLeft: boolean };

/** Of a mark `m`: nobody who could take it back is there any more. */
export const isLeftMark = sql`NOT EXISTS (SELECT FROM membership b JOIN account a ON a.id = b.account_id AND a.disabled_at IS NULL
  WHERE b.ward_id = m.ward_id AND b.account_id = m.account_id AND b.roles && ${rolesFor('readThrough.unmark')}::text[])`;

const byDocument = <T>(value: (kind: ReadDocumentKind) => T): Record<ReadDocumentKind, T> => ({
  document: value('document'),
  annex: value('annex'),
});

/** How many readers the ward needs, and the marks on each place of the year. */
async function listMarks(tx: Db, wardId: string, fiscalYearId: string) {
  const rows = await tx.rows<(MarkRow | { place: null }) & { needed: ReadersNeeded }>(sql`
    SELECT w.readers_needed AS needed, m.place, m.seen, m.note, m.account_id AS "accountId", m.reader_name AS "readerName", m.at,
      m.note IS NOT NULL AND ${isLeftMark} AS "isLeft"
    FROM ward w LEFT JOIN reading_mark m ON m.ward_id = w.id AND m.fiscal_year_id = ${fiscalYearId}
    WHERE w.id = ${wardId} ORDER BY m.at, m.id`);
  const marks = new Map<string, Mark[]>();
  for (const row of rows) {
    if (row.place === null) continue;
    const { place, needed: _, readerName: name, at, ...mark } = row;
    marks.set(place, [...(marks.get(place) ?? []), { ...mark, name, at: at.toISOString() }]);
  }
  return { marks, readersNeeded: rows[0]?.needed ?? 1 };
}

export async function getReadersNeeded({ wardId }: Reader): Promise<ReadersNeeded> {
  const found = await db.first<{ needed: ReadersNeeded }>(
    sql`SELECT readers_needed AS needed FROM ward WHERE id = ${wardId}`,
  );
  return found?.needed ?? 1;
}

/** All of the places but what is printed there: where they come from, who typed that, and who has read them. */
async function besidesOf(tx: Db, wardId: string, year: number, data: YearData) {
  const sourceOf = await sourcesOf(tx, wardId, year, data);
  const { marks, readersNeeded } = await listMarks(tx, wardId, data.year.id);
  const beside = ({ key, source, seen }: PlaceKey) => ({ ...sourceOf({ source }), seen, marks: marks.get(key) ?? [] });
  return { readersNeeded, beside };
}

const withoutSource = ({ source: _, ...place }: SeenPlace): Omit<SeenPlace, 'source'> => place;

/** Everything that people read against its sources before the year's next edition, and how far they are. */
export const getReadThrough = ({ wardId }: Reader, year: number): Promise<ReadThrough | undefined> =>
  consistentRead(async (tx) => {
    const data = await readYear(tx, wardId, year);
    if (!data) return undefined;
    const { readersNeeded, beside } = await besidesOf(tx, wardId, year, data);
    const places = seenPlaces(inputOf(year, data, false));
    return readThroughOf(year, data, readersNeeded, places, beside);
  });

const readThroughOf = (
  year: number,
  { year: { isOpen } }: YearData,
  readersNeeded: ReadersNeeded,
  places: readonly SeenPlace[],
  beside: Awaited<ReturnType<typeof besidesOf>>['beside'],
): ReadThrough => ({
  year,
  isOpen,
  readersNeeded,
  places: places.map((place) => ({ ...withoutSource(place), ...beside(place) })),
});

/** Places as they are found beside the server, as somebody apart: nothing that the same person looks at meanwhile replaces it. */
async function findPlaces<T>(
  accountId: string,
  source: Source,
  asked: 'readThrough' | 'placeKeys',
): Promise<Result<T[]>> {
  const found = await printing().print(`${asked} ${accountId}`, source, asked);
  return found.ok ? succeed(JSON.parse(`${found.value.file}`)) : found;
}

/** What of a year's next edition people have to read. */
export const findPlaceKeys = (accountId: string, source: Source): Promise<Result<PlaceKey[]>> =>
  findPlaces(accountId, source, 'placeKeys');

/** Who has read the edition that the year would be published as, and how many of its places haven't been read enough. */
export type Reading = { readers: ReaderSummary[]; unread: number };

export async function readingOf(
  tx: Db,
  wardId: string,
  { year, data }: { year: number; data: YearData },
  keys: readonly PlaceKey[],
): Promise<Reading> {
  const { readersNeeded, beside } = await besidesOf(tx, wardId, year, data);
  const places = keys.map(beside);
  const unread = places.filter((place) => !isReadEnough(place, readersNeeded)).length;
  return { readers: readersOf(places), unread };
}

export type PrintedReadThrough = {
  readThrough: ReadThrough;
  source: Source;
  /** Of what is printed. */
  version: string;
};

/** What people read, with the documents, as their pages show them. */
export async function getPrintedReadThrough(
  { wardId, accountId }: Reader,
  year: number,
): Promise<Result<PrintedReadThrough>> {
  const found = await inTurn(() =>
    consistentRead(async (tx) => {
      const data = await readYear(tx, wardId, year);
      return data && { data, ...(await besidesOf(tx, wardId, year, data)) };
    }),
  );
  if (!found) return fail('not_found');
  const { data, readersNeeded, beside } = found;
  const source = draftSource(inputOf(year, data, true));
  const places = await findPlaces<SeenPlace>(accountId, source, 'readThrough');
  if (!places.ok) return places;
  const readThrough = readThroughOf(year, data, readersNeeded, places.value, beside);
  return succeed({ readThrough, source, version: source.hash.slice(0, 16) });
}

/** Where each place is on its page, as it is printed beside the server; null where that failed. */
export async function getPlacesOnPages(
  reader: Reader,
  { source, readThrough }: PrintedReadThrough,
): Promise<PlacesOnPages | null> {
  const boxes = new Map<ReadDocumentKind, PlaceBoxes>();
  for (const document of READ_DOCUMENTS) {
    const printed = await printing().print(reader.accountId, source, { document, form: 'places' });
    if (!printed.ok) return null;
    boxes.set(document, JSON.parse(String(printed.value.file)));
  }
  return {
    papers: byDocument((kind) => TEMPLATES[kind].paper),
    boxes: Object.fromEntries(
      readThrough.places.map(({ key, document, paths }) => [
        key,
        paths.flatMap((path) => boxes.get(document)?.[path] ?? []),
      ]),
    ),
  };
}
