import 'server-only';
import { type SeenPlace, seenPlaces } from '@/lib/document/seen-places';
import {
  dropNoteInput,
  type MarkRefusal,
  markInput,
  markRefusal,
  noteInput,
  setReadersInput,
  unmarkInput,
} from '@/lib/domain/read-through/mark';
import type { PlaceSource } from '@/lib/domain/read-through/read-through';
import { fail, succeed } from '@/lib/domain/result';
import { newId, sql } from '@/lib/server/database/db';
import { inputOf, readYear } from '@/lib/server/document/document';
import { atWard, type CommandContext, command } from '@/lib/server/gate/command';
import { recordAudit } from '@/lib/server/history/audit';
import { loadYear } from '@/lib/server/year/year-target';
import { sourcesOf } from './place-sources';
import { isLeftMark } from './read-through-queries';

type Seen = { place: string; seen: string; note?: string };

/** What could not be marked, and why; the others are. */
export type Marked = { refused: { place: string; code: MarkRefusal }[] };

/** The account's one mark on each place takes the place of an earlier one. */
const storeMarks = ({ tx, actor }: CommandContext, fiscalYearId: string, marks: readonly Seen[]): Promise<number> =>
  tx.run(sql`
    INSERT INTO reading_mark (ward_id, id, fiscal_year_id, place, seen, note, account_id, reader_name)
    SELECT ${actor.wardId}::uuid, m.id, ${fiscalYearId}::uuid, m.place, m.seen, m.note, ${actor.accountId}::uuid, ${actor.name}
    FROM unnest(${marks.map(newId)}::uuid[], ${marks.map(({ place }) => place)}::text[], ${marks.map(({ seen }) => seen)}::text[],
      ${marks.map(({ note }) => note ?? null)}::text[]) AS m (id, place, seen, note)
    ON CONFLICT ON CONSTRAINT reading_mark_place_key
    DO UPDATE SET seen = excluded.seen, note = excluded.note, reader_name = excluded.reader_name, at = now()`);

const OF_ENTRY = /^\w+:entry:([0-9a-f-]{36}):/;

/** The entries that places are of; null: something else is among them, which the whole year is read for. */
function entriesOf(places: readonly string[]): string[] | null {
  const found = places.map((place) => OF_ENTRY.exec(place)?.[1] ?? null);
  return found.every((id) => id !== null) ? found : null;
}

/** What is printed at these places now, and where it comes from. */
async function placesNow(
  { tx, actor }: CommandContext,
  year: number,
  places: readonly string[],
  only = entriesOf(places),
): Promise<ReadonlyMap<string, SeenPlace & PlaceSource>> {
  const data = await readYear(tx, actor.wardId, year, only);
  if (!data) return new Map();
  const sourceOf = await sourcesOf(tx, actor.wardId, year, data, only);
  const found = seenPlaces(inputOf(year, data, false)).filter(({ key }) => places.includes(key));
  return new Map(found.map((place) => [place.key, { ...place, ...sourceOf(place) }]));
}

/** Says of several places that they are what their sources say. Each is judged by itself: what has changed keeps none of the others. */
export const markPlaces = command({
  operation: 'readThrough.mark',
  input: markInput,
  load: loadYear,
  async run(context, { fiscalYearId }, { year, marks }) {
    const last = new Map(marks.map((mark) => [mark.place, mark]));
    const now = await placesNow(context, year, [...last.keys()]);
    const judged = [...last.values()].map((mark) => ({
      mark,
      code: markRefusal(now.get(mark.place), mark.seen, context.actor.accountId),
    }));
    const taken = judged.filter(({ code }) => code === null).map(({ mark }) => mark);
    if (taken.length > 0) await storeMarks(context, fiscalYearId, taken);
    const refused = judged.flatMap(({ mark: { place }, code }) => (code ? [{ place, code }] : []));
    return succeed<Marked>({ refused });
  },
});

/** Takes one's own mark or difference back; where there is none any more, that is what was wanted. */
export const unmarkPlace = command({
  operation: 'readThrough.unmark',
  input: unmarkInput,
  load: loadYear,
  async run({ tx, actor }, { fiscalYearId }, { place }) {
    await tx.run(sql`DELETE FROM reading_mark WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId}
      AND account_id = ${actor.accountId} AND place = ${place}`);
    return succeed(undefined);
  },
});

/** Writes a difference down: it stands in the way of an edition until its source changes, or who found it takes it back. */
export const noteDifference = command({
  operation: 'readThrough.note',
  input: noteInput,
  load: loadYear,
  async run(context, { fiscalYearId }, { year, place, seen, note }) {
    const now = await placesNow(context, year, [place]);
    if (now.get(place)?.seen !== seen) return fail('conflict');
    await storeMarks(context, fiscalYearId, [{ place, seen, note }]);
    return succeed(undefined);
  },
});

/** Ends a difference that nobody is left to take back; the log keeps it. */
export const dropNote = command({
  operation: 'readThrough.dropNote',
  input: dropNoteInput,
  load: loadYear,
  async run(context, { fiscalYearId }, { year, place, accountId }) {
    const { tx, actor } = context;
    const dropped = await tx.first<{ note: string; notedBy: string }>(sql`
      DELETE FROM reading_mark m WHERE m.ward_id = ${actor.wardId} AND m.fiscal_year_id = ${fiscalYearId} AND m.place = ${place}
        AND m.account_id = ${accountId} AND m.note IS NOT NULL AND ${isLeftMark}
      RETURNING m.note, m.reader_name AS "notedBy"`);
    if (!dropped) return fail('conflict');
    // Where it stands is numbered among all of them.
    const noteOn = (await placesNow(context, year, [place], null)).get(place)?.group ?? '';
    await recordAudit(context, { subject: 'document', subjectId: fiscalYearId, before: { noteOn, ...dropped } });
    return succeed(undefined);
  },
});

/** How many people read an edition before it is published. */
export const setReadersNeeded = command({
  operation: 'readThrough.setReaders',
  input: setReadersInput,
  load: atWard,
  async run(context, { wardId }, { before, after }) {
    if (before === after) return fail('unchanged');
    const changed = await context.tx.run(
      sql`UPDATE ward SET readers_needed = ${after} WHERE id = ${wardId} AND readers_needed = ${before}`,
    );
    if (changed !== 1) return fail('conflict');
    await recordAudit(context, {
      subject: 'ward',
      subjectId: wardId,
      before: { readersNeeded: before },
      after: { readersNeeded: after },
    });
    return succeed(undefined);
  },
});
