import { describe, expect, it } from 'vitest';
import { openPointHref } from '@/lib/list-routes';
import { openPointText } from '@/lib/text/year/open-points';
import { type CategoryYearFigures, withTotal } from './category-totals';
import {
  confirmedTogether,
  countOf,
  type OpenPoint,
  openPointGroups,
  openPointsOf,
  unconfirmed,
  whyBlocked,
  type YearFacts,
} from './open-points';

const category = (year: number, categoryId: string, changes: Partial<CategoryYearFigures> = {}) =>
  withTotal({
    ...{ year, categoryId, name: categoryId, ceiling: null, recorded: null, annex: 10, entrySum: 5, blankEntries: 0 },
    ...changes,
  });
const entry = (id: string, changes: Partial<YearFacts['entries'][number]> = {}) => ({
  ...{ id, name: id, status: 'approved' as const, amount: 5 },
  ...changes,
});
const SETTLED: YearFacts = {
  year: 2023,
  entries: [entry('e')],
  figures: [category(2023, 'mayor'), category(2022, 'mayor')],
  lastIsOpen: false,
  lastYearNow: null,
  firstDrafted: 2022,
  saidOfLastYear: [],
  entryErrors: [],
  textErrors: [],
};
const found = (changes: Partial<YearFacts>) =>
  openPointsOf({ ...SETTLED, ...changes }).map(({ kind, id, value }) => [kind, id, value]);
const figures = (changes: Partial<CategoryYearFigures>, before: Partial<CategoryYearFigures> = {}) => ({
  figures: [category(2023, 'mayor', changes), category(2022, 'mayor', before)],
});

it('finds nothing against a year that is settled', () => {
  expect(found({})).toEqual([]);
});

it.each<[string, Partial<YearFacts>, unknown[]]>([
  ['an entry that waits', { entries: [entry('e', { status: 'in_review' })] }, [['undecided', 'e', null]]],
  [
    'errors of an entry and of the year’s texts',
    {
      entryErrors: [{ entry: { id: 'e', name: 'e' }, checksum: 2 }],
      textErrors: [4, 1].map((checksum) => ({ found: '○○', flagged: '○○の文。', checksum })),
    },
    [
      ['findings', 'e', 2],
      ['textFindings', '4', 4],
      ['textFindings', '1', 1],
    ],
  ],
  ['an entry without an amount', { entries: [entry('e', { amount: null })] }, [['blankAmount', 'e', null]]],
  ['a blank 別紙掲載分', figures({ annex: null }), [['blankAnnex', 'mayor', null]]],
  ['a recorded total that its parts exceed', figures({ recorded: 12 }), [['sumDiffers', 'mayor', -3]]],
  ['a recorded total without its parts', figures({ recorded: 12, annex: null }), []],
  ['a recorded total that they come to', figures({ recorded: 15 }), []],
  ['last year open', { lastIsOpen: true }, [['lastYearOpen', '2022', null]]],
  [
    'what last year’s edition says otherwise',
    {
      lastYearNow: {
        entries: [
          { id: 'e', name: 'e', published: 5, now: 7 },
          { id: 'gone', name: 'gone', published: 3, now: 0 },
          { id: 'blank', name: 'blank', published: 3, now: null },
        ],
        figures: [category(2022, 'mayor', { entrySum: 7 }), category(2022, 'added')],
      },
    },
    [
      ['lastEntryDiffers', 'e', 7],
      ['lastEntryDiffers', 'gone', 0],
      ['lastEntryDiffers', 'blank', null],
      ['lastTotalDiffers', 'mayor', 17],
      ['lastTotalDiffers', 'added', 15],
    ],
  ],
  [
    'nothing where last year is what its edition says',
    { lastYearNow: { entries: [], figures: [category(2022, 'mayor')] } },
    [],
  ],
  [
    'more said of last year than it had',
    { saidOfLastYear: [7, 6].map((amount) => ({ categoryId: 'mayor', amount })) },
    [['lastYearExceeded', 'mayor', 3]],
  ],
  ['as much said of last year as it had', { saidOfLastYear: [{ categoryId: 'mayor', amount: 10 }] }, []],
  [
    'an amount of last year under a category that it had not',
    {
      figures: [category(2023, 'new'), category(2022, 'mayor')],
      saidOfLastYear: [{ categoryId: 'new', amount: 2 }],
    },
    [['lastYearExceeded', 'new', 2]],
  ],
  [
    'an amount of last year of which nothing is on record',
    { figures: [category(2023, 'mayor')], saidOfLastYear: [{ categoryId: 'mayor', amount: 2 }] },
    [],
  ],
  ['a blank year', figures({}, { annex: null }), [['blankYear', '2022', null]]],
  ['a blank year of before', { ...figures({}, { annex: null }), firstDrafted: 2023 }, [['blankEarlier', '2022', null]]],
  ['a ceiling exceeded', figures({ ceiling: 14 }), [['overCeiling', 'mayor', 1]]],
])('finds %s', (_, changes, points) => {
  expect(found(changes)).toEqual(points);
});

describe('what stands against a year', () => {
  const facts = { ...figures({ annex: null, ceiling: 4 }), entries: [entry('b', { amount: null }), entry('a')] };
  const points = openPointsOf({ ...SETTLED, ...facts });

  it('stands together by its kind', () => {
    expect(openPointGroups(points).map(({ kind, points: of }) => [kind, of.length])).toEqual([
      ['blankAmount', 1],
      ['blankAnnex', 1],
      ['overCeiling', 1],
    ]);
  });

  it('is confirmed as it stands, to the 千円, and not once it has changed', () => {
    expect(unconfirmed(points, points)).toEqual([]);
    expect(unconfirmed(points, points.slice(1))).toEqual(points.slice(0, 1));
    const seen = points.map((point) => ({ ...point, value: point.value && point.value + 1 }));
    expect(unconfirmed(points, seen).map(({ kind }) => kind)).toEqual(['overCeiling']);
  });

  it('can not be confirmed where it has to be mended', () => {
    const waiting = openPointsOf({ ...SETTLED, entries: [entry('e', { status: 'draft' })], unread: 3 });
    expect(waiting.map(({ kind, value }) => [kind, value])).toEqual([
      ['undecided', null],
      ['unread', 3],
    ]);
    expect(unconfirmed(waiting, waiting)).toEqual(waiting);
    expect(openPointGroups(waiting).map(countOf)).toEqual([1, 3]);
    // Nothing of a 案 is final.
    expect(unconfirmed(waiting, waiting, true)).toEqual([]);
    expect(unconfirmed(waiting, [], true)).toEqual(waiting);
  });
});

describe('errors of the checks', () => {
  const entryErrors = [{ entry: { id: 'e', name: 'e' }, checksum: 2 }];
  const textErrors = [4, 1].map((checksum) => ({ found: '○○', flagged: '○○の文。', checksum }));

  it('in an entry are mended or allowed there: no confirmation stands in for it, unless nothing final is made of it', () => {
    const points = openPointsOf({ ...SETTLED, entryErrors });
    expect(unconfirmed(points, points)).toEqual(points);
    expect([whyBlocked(points), whyBlocked(points, true)]).toEqual(['findings_wrong', undefined]);
    const draft = openPointsOf({ ...SETTLED, entryErrors, entries: [entry('e', { status: 'draft' })] });
    expect(whyBlocked(draft)).toBe('entries_undecided');
  });

  it('in the year’s texts are confirmed one by one', () => {
    const points = openPointsOf({ ...SETTLED, textErrors, lastIsOpen: true });
    expect(whyBlocked(points)).toBeUndefined();
    expect(openPointGroups(points).map((group) => confirmedTogether(group).map((part) => part.points.length))).toEqual([
      [1, 1],
      [1],
    ]);
    expect(unconfirmed(points, points.slice(1))).toEqual(points.slice(0, 1));
  });
});

it.each<[OpenPoint, string, string]>([
  [{ kind: 'findings', id: 'e', name: '事業', value: 3 }, '事業', '/years/2023/entries/e'],
  [
    { kind: 'textFindings', id: '4', name: '○○\n○○の文。', value: 4 },
    '「○○」（○○の文。）',
    '/years/2023/findings?severity=error',
  ],
  [{ kind: 'undecided', id: 'e', name: '事業', value: null }, '事業', '/years/2023/entries/e'],
  [{ kind: 'unread', id: '2023', name: '', value: 3 }, '令和5年度（3件）', '/years/2023/read-through'],
  [{ kind: 'blankAnnex', id: 'c', name: '経費', value: null }, '経費', '/admin/years/2023'],
  [
    { kind: 'overCeiling', id: 'c', name: '経費', value: 1200 },
    '経費（1,200千円超過）',
    '/years/2023/entries?category=c',
  ],
  [{ kind: 'sumDiffers', id: 'c', name: '経費', value: -3 }, '経費（差 △3千円）', '/years/2023/entries?category=c'],
  [
    { kind: 'lastYearExceeded', id: 'c', name: '経費', value: 3 },
    '経費（3千円超過）',
    '/years/2023/entries?category=c&sort=-lastYear',
  ],
  [{ kind: 'lastYearOpen', id: '2022', name: '', value: null }, '令和4年度', '/admin/years/2022/close'],
  [
    { kind: 'lastEntryDiffers', id: 'e', name: '事業', value: 1200, published: null },
    '事業（版では未入力、現在は1,200千円）',
    '/years/2022/entries/e',
  ],
  [
    { kind: 'lastTotalDiffers', id: 'c', name: '経費', value: 3, published: 0 },
    '経費（版では0千円、現在は3千円）',
    '/admin/years/2022',
  ],
  [{ kind: 'blankYear', id: '2021', name: '', value: null }, '令和3年度', '/admin/years/2021'],
  [{ kind: 'blankEarlier', id: '2018', name: '', value: null }, '平成30年度', '/admin/years/earlier?from=2018'],
])('reads and leads to where it is mended: %o', (point, words, href) => {
  expect([openPointText(point), openPointHref(2023, point)]).toEqual([words, href]);
});
