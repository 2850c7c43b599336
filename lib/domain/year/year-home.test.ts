import { expect, it } from 'vitest';
import type { Actor, Role } from '@/lib/domain/actor';
import { choreHref, taskHref } from '@/lib/list-routes';
import { overviewOf, withTotal } from './category-totals';
import {
  choresOf,
  type EntryTask,
  leadingRow,
  type StatusCount,
  statusMatrix,
  taskGroups,
  tasksElsewhere,
  tasksOf,
} from './year-home';

const task = (status: EntryTask['status'], id: string): EntryTask => ({
  id,
  year: 2023,
  status,
  name: id,
  departmentName: '総務課',
  amount: 1,
  lastYearAmount: null,
  isNew: false,
  missing: [],
  sentBack: null,
  submittedAt: new Date(0),
  submittedBy: null,
  alike: 1,
});

it('puts what came back first, then reviews, then drafts, each in its order', () => {
  const drafts = [task('draft', 'd1'), task('draft', 'd2')].map((draft) => ({ ...draft, alike: 2 }));
  const tasks = [...drafts, task('in_review', 'i1'), task('returned', 'r1')];
  const groups = taskGroups(tasks).map(({ status, shown, more }) => [status, shown.map(({ id }) => id), more]);
  expect(groups).toEqual([
    ['returned', ['r1'], 0],
    ['in_review', ['i1'], 0],
    ['draft', ['d1', 'd2'], 0],
  ]);
});

it('counts those of a kind that are not shown', () => {
  const [group] = taskGroups(['d1', 'd2'].map((id) => ({ ...task('draft', id), alike: 12 })));
  expect([group?.shown.length, group?.more]).toEqual([2, 10]);
});

it('keeps the years apart, and counts what waits in the others', () => {
  const of = (year: number, status: EntryTask['status'], id: string, alike: number) => ({
    ...task(status, id),
    year,
    alike,
  });
  const tasks = [of(2023, 'draft', 'd0', 1), of(2022, 'draft', 'd1', 7), of(2024, 'draft', 'd2', 1)];
  tasks.push(of(2022, 'draft', 'd3', 7), of(2022, 'returned', 'r1', 1));
  expect(tasksOf(tasks, 2022).map(({ id }) => id)).toEqual(['d1', 'd3', 'r1']);
  expect(tasksElsewhere(tasks, 2023)).toEqual([
    { year: 2024, count: 1 },
    { year: 2022, count: 8 },
  ]);
  expect(tasksElsewhere(tasksOf(tasks, 2023), 2023)).toEqual([]);
});

it.each([
  ['returned', '/years/2023/entries/x'],
  ['draft', '/years/2023/entries/x'],
  ['in_review', '/years/2023/approvals/x'],
] as const)('leads from %s to %s', (status, href) => {
  expect(taskHref(task(status, 'x'))).toBe(href);
});

const count = (departmentId: string, status: StatusCount['status'], of: number): StatusCount => ({
  departmentId,
  departmentName: departmentId,
  status,
  count: of,
  amount: 10 * of,
  blank: 1,
  undecidable: 0,
});

const counts = [
  count('a', 'draft', 2),
  count('a', 'withdrawn', 4),
  count('b', 'approved', 3),
  count('b', 'returned', 1),
];

it('counts by 課 and status, the own 課 first; what was withdrawn counts nowhere else', () => {
  const { rows, all } = statusMatrix(counts, 'b');
  expect(rows.map(({ departmentId, total: of, amount, blank }) => [departmentId, of, amount, blank])).toEqual([
    ['b', 4, 40, 2],
    ['a', 2, 20, 1],
  ]);
  expect(rows[1]?.counts).toEqual({ draft: 2, in_review: 0, returned: 0, approved: 0, withdrawn: 4 });
  expect(all).toMatchObject({ total: 6, amount: 60, blank: 3 });
  expect(all.counts).toEqual({ draft: 2, in_review: 0, returned: 1, approved: 3, withdrawn: 4 });
});

it.each([
  ['b', 'b'],
  [null, ''],
  ['elsewhere', ''],
])('is led by the own 課 where it has entries, else by all: %s', (ownId, led) => {
  expect(leadingRow(statusMatrix(counts, ownId), ownId).departmentId).toBe(led);
});

const overview = overviewOf(2023, [
  withTotal({
    year: 2023,
    categoryId: 'mayor',
    name: '区長自由経費',
    ceiling: null,
    recorded: null,
    annex: null,
    entrySum: 0,
    blankEntries: 0,
  }),
]);
const actor = (role: Role): Actor => ({ accountId: 'a', name: 'a', wardId: 'w', departmentId: null, roles: [role] });

it('tells an administrator what an open year still lacks, as far as it is known', () => {
  const annex = { kind: 'annex', categoryName: '区長自由経費' };
  const undecided = { kind: 'undecided', count: 3 };
  expect(choresOf(actor('admin'), true, counts, overview)).toEqual([annex, undecided]);
  expect(choresOf(actor('admin'), true, null, overview)).toEqual([annex]);
  const [known] = overview.now;
  const above = { ...overview, now: known ? [{ ...known, annex: 9, ceiling: 5, total: 9 }] : [] };
  const category = { categoryId: 'mayor', name: '区長自由経費', over: 4, isComplete: true };
  expect(choresOf(actor('admin'), true, null, above)).toEqual([{ kind: 'over', category }]);
  expect(choresOf(actor('admin'), true, counts.slice(1, 3), null)).toEqual([]);
  expect(choresOf(actor('admin'), false, counts, overview)).toEqual([]);
  expect(choresOf(actor('viewer'), true, counts, overview)).toEqual([]);
});

it('tells administrators, and the 課 of the entry, what nobody can decide', () => {
  const stuck = [
    { ...count('a', 'in_review', 4), undecidable: 2 },
    { ...count('b', 'in_review', 3), undecidable: 1 },
  ];
  const of = (role: Role, departmentId: string | null) =>
    choresOf({ ...actor(role), departmentId }, true, stuck, null).filter(({ kind }) => kind === 'undecidable');
  expect(of('admin', 'a')).toEqual([{ kind: 'undecidable', count: 3, departmentId: null }]);
  expect(of('drafter', 'a')).toEqual([{ kind: 'undecidable', count: 2, departmentId: 'a' }]);
  expect(of('drafter', 'c')).toEqual([]);
  expect(of('viewer', null)).toEqual([]);
  expect(choresOf({ ...actor('admin') }, false, stuck, null)).toEqual([]);
  expect(choreHref(2023, { kind: 'undecidable', count: 2, departmentId: null })).toBe(
    '/years/2023/entries?status=in_review',
  );
});
