import 'server-only';
import { createHash } from 'node:crypto';
import { placesOf } from '@/lib/document/places/places';
import type { PrintableModel } from '@/lib/document/printable';
import { rolesFor } from '@/lib/domain/permissions';
import type { PlaceBoxes, PlacesOnPages } from '@/lib/domain/read-through/boxes';
import {
  isReadEnough,
  type Mark,
  type ReaderSummary,
  type ReadersNeeded,
  readersOf,
} from '@/lib/domain/read-through/mark';
import { type Place, READ_DOCUMENTS, type ReadDocumentKind } from '@/lib/domain/read-through/place';
import type { ReadThrough } from '@/lib/domain/read-through/read-through';
import { consistentRead, type Db, db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { inputOf, modelOf, readYear, type YearData } from '@/lib/server/document/document';
import { printing } from '@/lib/server/document/export';
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

const hashOf = (what: object): string => createHash('sha256').update(JSON.stringify(what)).digest('hex');

const byDocument = <T>(value: (kind: ReadDocumentKind) => T): Record<ReadDocumentKind, T> => ({
  document: value('document'),
  annex: value('annex'),
});

/** Of what is printed there and of what its source says: a mark counts as long as both stay as they were. */
const seenAt = ({ value, sourceValue }: Place): string => hashOf([value, sourceValue]).slice(0, 32);

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

/** Everything that people read against its sources before the year's next edition, and how far they are. */
export async function readThroughOf(
  tx: Db,
  wardId: string,
  year: number,
  known?: YearData,
): Promise<ReadThrough | undefined> {
  const data = known ?? (await readYear(tx, wardId, year));
  if (!data) return undefined;
  const sourceOf = await sourcesOf(tx, wardId, year, data);
  const { marks, readersNeeded } = await listMarks(tx, wardId, data.year.id);
  const places = placesOf(inputOf(year, data, false)).map((place) => {
    const { source: _, ...rest } = place;
    return { ...rest, ...sourceOf(place), seen: seenAt(place), marks: marks.get(place.key) ?? [] };
  });
  return { year, isOpen: data.year.isOpen, readersNeeded, places };
}

export const getReadThrough = ({ wardId }: Reader, year: number): Promise<ReadThrough | undefined> =>
  consistentRead((tx) => readThroughOf(tx, wardId, year));

/** Who has read the edition that the year would be published as, and how many of its places haven't been read enough. */
export async function readingOfEdition(
  tx: Db,
  wardId: string,
  year: number,
  data: YearData,
): Promise<{ readers: ReaderSummary[]; unread: number }> {
  const { places, readersNeeded } = (await readThroughOf(tx, wardId, year, data)) ?? { places: [], readersNeeded: 0 };
  const unread = places.filter((place) => !isReadEnough(place, readersNeeded)).length;
  return { readers: readersOf(places), unread };
}

export type PrintedReadThrough = {
  readThrough: ReadThrough;
  models: Record<ReadDocumentKind, PrintableModel>;
  /** Of what is printed. */
  version: string;
};

/** The same with the documents, as their pages show them. */
export const getPrintedReadThrough = ({ wardId }: Reader, year: number): Promise<PrintedReadThrough | undefined> =>
  consistentRead(async (tx) => {
    const data = await readYear(tx, wardId, year);
    const readThrough = data && (await readThroughOf(tx, wardId, year, data));
    if (!readThrough) return undefined;
    const models = byDocument((kind) => modelOf(kind, year, data, true));
    return { readThrough, models, version: hashOf(models).slice(0, 16) };
  });

/** Where each place is on its page, as it is printed beside the server; null where that failed. */
export async function getPlacesOnPages(
  reader: Reader,
  { models, readThrough }: PrintedReadThrough,
): Promise<PlacesOnPages | null> {
  const boxes = new Map<ReadDocumentKind, PlaceBoxes>();
  for (const kind of READ_DOCUMENTS) {
    const printed = await printing().print(reader.accountId, models[kind], 'places');
    if (!printed.ok) return null;
    boxes.set(kind, JSON.parse(String(printed.value.file)));
  }
  return {
    papers: byDocument((kind) => models[kind].paper),
    boxes: Object.fromEntries(
      readThrough.places.map(({ key, document, paths }) => [
        key,
        paths.flatMap((path) => boxes.get(document)?.[path] ?? []),
      ]),
    ),
  };
}
