import * as z from 'zod/mini';
import { type EntryStatus, UNDECIDED } from '@/lib/domain/entry/entry-workflow';
import type { ErrorCode } from '@/lib/domain/result';
import { blankYears, type CategoryYearTotal, overCeilings, overviewOf, withoutAnnex } from './category-totals';
import { difference, sumKnown, sumOrNull } from './totals';

/** What a year comes to as it stands, for the list of what stands against its being final. Withdrawn entries aren't in it. */
export type YearFacts = {
  year: number;
  entries: readonly { id: string; name: string; status: EntryStatus; amount: number | null }[];
  /** Of all the years that its document prints. */
  figures: readonly CategoryYearTotal[];
  lastIsOpen: boolean;
  /** Last year as it stands, where an edition says what it printed: entries of which it says something else, and all totals. */
  lastYearNow: { entries: readonly SinceEdition[]; figures: readonly CategoryYearTotal[] } | null;
  /** The first year that was drafted here; of those before it totals alone are on record. */
  firstDrafted: number | undefined;
  /** What entries say of last year where it has none of theirs, by category. */
  saidOfLastYear: readonly { categoryId: string; amount: number }[];
  /** Entries in which the checks find errors that nobody has allowed, and a number that stands for what they are. */
  entryErrors: readonly { entry: { id: string; name: string }; checksum: number }[];
  /** Errors in the texts of the year itself: at what, and in which sentence. */
  textErrors: readonly { found: string; flagged: string; checksum: number }[];
  /** Places of the documents that nobody has held against their sources, where that is asked. */
  unread?: number;
};

/** A figure of last year's newest edition, and what it came to since. What isn't there comes to 0. */
export type SinceEdition = { id: string; name: string; published: number | null; now: number | null };

/**
 * What it is about: an entry, a category or a year (`id`), and the figure that was seen, in 千円 or of findings their checksum;
 * with it what was published instead.
 */
type About = { id: string; name: string; value: number | null; published?: number | null };

const about = (id: string, name: string, value: number | null = null): About => ({ id, name, value });
const ofYears = (years: readonly number[]): About[] => years.map((of) => about(`${of}`, '', null));

/** The recorded total is not what the parts come to. */
function sumsThatDiffer({ year, figures }: YearFacts): About[] {
  return overviewOf(year, figures).now.flatMap(({ categoryId, name, recorded, annex, entrySum, blankEntries }) => {
    const parts = blankEntries > 0 ? null : sumOrNull([entrySum, annex]);
    const off = difference(recorded, parts);
    return off === null || off === 0 ? [] : about(categoryId, name, off);
  });
}

/** The parts of last year's column come to more than last year did. */
function lastYearExceeded({ year, figures, saidOfLastYear }: YearFacts): About[] {
  const { now, before } = overviewOf(year, figures);
  if (before.length === 0) return [];
  return now.flatMap(({ categoryId, name }) => {
    const last = before.find((of) => of.categoryId === categoryId);
    const said = saidOfLastYear.filter((of) => of.categoryId === categoryId).map(({ amount }) => amount);
    const off = difference(sumKnown([last?.entrySum ?? 0, ...said]).sum, last ? last.total : 0);
    return off !== null && off > 0 ? about(categoryId, name, off) : [];
  });
}

const differs = ({ id, name, published, now }: SinceEdition): About[] =>
  published === now ? [] : [{ ...about(id, name, now), published }];

/** What was published of last year's categories, and what they come to now. */
function lastTotals({ year, figures, lastYearNow }: YearFacts): SinceEdition[] {
  if (!lastYearNow) return [];
  const published = overviewOf(year, figures).before;
  const now = lastYearNow.figures;
  const totalIn = (rows: readonly CategoryYearTotal[], id: string) => {
    const row = rows.find(({ categoryId }) => categoryId === id);
    return row ? row.total : 0;
  };
  const names = new Map([...now, ...published].map(({ categoryId, name }) => [categoryId, name]));
  return [...names].map(([id, name]) => ({ id, name, published: totalIn(published, id), now: totalIn(now, id) }));
}

const blankBefore = ({ year, figures, firstDrafted = year }: YearFacts, isEarlier: boolean): About[] =>
  ofYears(blankYears(figures).filter((of) => of !== year && of < firstDrafted === isEarlier));

type Kind = {
  /** It has to be mended before anything is final: no confirmation stands in for it. A 案 may be published with it. */
  isBlocking: boolean;
  /** Each is confirmed for itself, not all at once. */
  isOneByOne?: true;
  find: (facts: YearFacts) => About[];
};

/** What can stand against a year's being closed or published, in the order in which it is listed. */
export const OPEN_POINTS = {
  undecided: {
    isBlocking: true,
    find: ({ entries }) =>
      entries.filter(({ status }) => UNDECIDED.includes(status)).map(({ id, name }) => about(id, name)),
  },
  unread: {
    isBlocking: true,
    find: ({ year, unread = 0 }) => (unread > 0 ? [about(`${year}`, '', unread)] : []),
  },
  findings: {
    isBlocking: true,
    find: ({ entryErrors }) => entryErrors.map(({ entry, checksum }) => about(entry.id, entry.name, checksum)),
  },
  textFindings: {
    isBlocking: false,
    isOneByOne: true,
    find: ({ textErrors }) =>
      textErrors.map(({ found, flagged, checksum }) => about(`${checksum}`, `${found}\n${flagged}`, checksum)),
  },
  blankAmount: {
    isBlocking: false,
    find: ({ entries }) => entries.filter(({ amount }) => amount === null).map(({ id, name }) => about(id, name)),
  },
  blankAnnex: {
    isBlocking: false,
    find: ({ year, figures }) =>
      withoutAnnex(overviewOf(year, figures)).map(({ categoryId, name }) => about(categoryId, name)),
  },
  sumDiffers: { isBlocking: false, find: sumsThatDiffer },
  lastYearOpen: { isBlocking: false, find: ({ year, lastIsOpen }) => ofYears(lastIsOpen ? [year - 1] : []) },
  lastEntryDiffers: { isBlocking: false, find: ({ lastYearNow }) => (lastYearNow?.entries ?? []).flatMap(differs) },
  lastTotalDiffers: { isBlocking: false, find: (facts) => lastTotals(facts).flatMap(differs) },
  lastYearExceeded: { isBlocking: false, find: lastYearExceeded },
  blankYear: { isBlocking: false, find: (facts) => blankBefore(facts, false) },
  blankEarlier: { isBlocking: false, find: (facts) => blankBefore(facts, true) },
  overCeiling: {
    isBlocking: false,
    find: ({ year, figures }) =>
      overCeilings(overviewOf(year, figures).now).map(({ categoryId, name, over }) => about(categoryId, name, over)),
  },
} as const satisfies Record<string, Kind>;

export type OpenPointKind = keyof typeof OPEN_POINTS;
export type OpenPoint = About & { kind: OpenPointKind };

const KINDS = Object.keys(OPEN_POINTS) as OpenPointKind[];

export const openPointsOf = (facts: YearFacts): OpenPoint[] =>
  KINDS.flatMap((kind) => OPEN_POINTS[kind].find(facts).map((found) => ({ kind, ...found })));

const kindOf = ({ kind }: Pick<OpenPoint, 'kind'>): Kind => OPEN_POINTS[kind];

export const isBlocking = (point: OpenPoint, isDraft = false): boolean => !isDraft && kindOf(point).isBlocking;

/** Why nothing final may become of it as it stands; undefined: nothing has to be mended. */
export function whyBlocked(points: readonly OpenPoint[], isDraft = false): ErrorCode | undefined {
  const blocking = points.filter((point) => isBlocking(point, isDraft));
  if (blocking.length === 0) return undefined;
  return blocking.every(({ kind }) => kind === 'findings') ? 'findings_wrong' : 'entries_undecided';
}

/** What can't be confirmed, or wasn't as it stands now, to the 千円. */
export const unconfirmed = (
  now: readonly OpenPoint[],
  confirmed: readonly Omit<OpenPoint, 'name'>[],
  isDraft = false,
): OpenPoint[] =>
  now.filter(
    (point) =>
      isBlocking(point, isDraft) ||
      !confirmed.some(({ kind, id, value }) => kind === point.kind && id === point.id && value === point.value),
  );

export type OpenPointGroup = { kind: OpenPointKind; points: OpenPoint[] };

/** How many it is about: places that nobody has read stand in one point. */
export const countOf = ({ kind, points }: OpenPointGroup): number =>
  kind === 'unread' ? sumKnown(points.map(({ value }) => value)).sum : points.length;

/** What is confirmed at once of a group. */
export const confirmedTogether = (group: OpenPointGroup): OpenPointGroup[] =>
  kindOf(group).isOneByOne ? group.points.map((point) => ({ ...group, points: [point] })) : [group];

export const openPointGroups = (points: readonly OpenPoint[]): OpenPointGroup[] =>
  KINDS.flatMap((kind) => {
    const those = points.filter((point) => point.kind === kind);
    return those.length > 0 ? [{ kind, points: those }] : [];
  });

/** What the administrator was shown and confirmed. */
export const confirmedInput = z
  .array(z.object({ kind: z.enum(KINDS), id: z.string().check(z.maxLength(40)), value: z.nullable(z.int()) }))
  .check(z.maxLength(5000));

/** Who closed a year, and what was confirmed then. `at` is an ISO instant. */
export type Closed = { by: string; at: string; confirmed: OpenPoint[] };
