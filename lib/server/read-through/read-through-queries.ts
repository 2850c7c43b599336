import 'server-only';
import { createHash } from 'node:crypto';
import { placesOf } from '@/lib/document/places/places';
import type { Mark, ReadersNeeded } from '@/lib/domain/read-through/mark';
import type { Place } from '@/lib/domain/read-through/place';
import type { ReadThrough } from '@/lib/domain/read-through/read-through';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import { inputOf, readYear, type YearData } from '@/lib/server/document/document';
import type { Reader } from '@/lib/server/gate/reading';
import type { ReadingMarkModel } from '@/lib/server/generated/models';
import { sourcesOf } from './place-sources';

type MarkRow = Selected<
  Omit<Mark, 'at' | 'name'> & { place: string; readerName: string; at: Date },
  ReadingMarkModel,
  'place' | 'seen' | 'note' | 'accountId' | 'readerName' | 'at'
>;

/** Of what is printed there and of what its source says: a mark counts as long as both stay as they were. */
const seenAt = ({ value, sourceValue }: Place): string =>
  createHash('sha256')
    .update(JSON.stringify([value, sourceValue]))
    .digest('hex')
    .slice(0, 32);

async function listMarks(tx: Db, wardId: string, fiscalYearId: string): Promise<Map<string, Mark[]>> {
  const rows = await tx.rows<MarkRow>(sql`
    SELECT place, seen, note, account_id AS "accountId", reader_name AS "readerName", at
    FROM reading_mark WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId} ORDER BY at, id`);
  const marks = new Map<string, Mark[]>();
  for (const { place, readerName: name, at, ...mark } of rows)
    marks.set(place, [...(marks.get(place) ?? []), { ...mark, name, at: at.toISOString() }]);
  return marks;
}

export const readersNeededOf = async (tx: Db, wardId: string): Promise<ReadersNeeded> => {
  const found = await tx.first<{ needed: ReadersNeeded }>(
    sql`SELECT readers_needed AS needed FROM ward WHERE id = ${wardId}`,
  );
  return found?.needed ?? 1;
};

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
  const marks = await listMarks(tx, wardId, data.year.id);
  const readersNeeded = await readersNeededOf(tx, wardId);
  const places = placesOf(inputOf(year, data, false)).map((place) => {
    const { source: _, ...rest } = place;
    return { ...rest, ...sourceOf(place), seen: seenAt(place), marks: marks.get(place.key) ?? [] };
  });
  return { year, isOpen: data.year.isOpen, readersNeeded, places };
}

export const getReadThrough = ({ wardId }: Reader, year: number): Promise<ReadThrough | undefined> =>
  consistentRead((tx) => readThroughOf(tx, wardId, year));
