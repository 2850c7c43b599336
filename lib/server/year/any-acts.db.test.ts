import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import type { Actor } from '@/lib/domain/actor';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { ENTRY_STATUSES } from '@/lib/domain/entry/entry-workflow';
import type { Result } from '@/lib/domain/result';
import { type CategorySums, categorySums, sumsBelow } from '@/lib/domain/year/category-sums';
import { TABLE_YEARS } from '@/lib/domain/year/category-totals';
import { sumOrNull } from '@/lib/domain/year/totals';
import type { CategorySettings } from '@/lib/domain/year/year-settings';
import { newId } from '@/lib/server/database/db';
import { getDocument } from '@/lib/server/document/document';
import { addEntry, saveEntry } from '@/lib/server/entry/entries';
import { correctEntry, moveEntries } from '@/lib/server/entry/entry-administration';
import { readEntryList } from '@/lib/server/entry/entry-list-queries';
import { orderEntries } from '@/lib/server/entry/entry-order';
import { getYearOrder } from '@/lib/server/entry/entry-order-queries';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import { getLastYearAmounts, recordLastYear } from '@/lib/server/entry/last-year-amounts';
import type { Command } from '@/lib/server/gate/command';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, readerOf, type SeededEntry, saveInputOf } from '@/scripts/test/actors';
import { BLANK_FORM } from '@/scripts/test/blank-form';
import { testDatabase } from '@/scripts/test/database';
import { isNotOfPlantedEdition, plantEdition } from '@/scripts/test/edition';
import { reasonsFor } from '@/scripts/test/finding-reasons';
import { addCategory, editCategory, endCategory, orderCategory } from './categories';
import { getEarlierTotals, recordTotals } from './earlier-totals';
import { listOpenPoints } from './open-points';
import { getYearSettings, listCategoryTotals, listYearSettings } from './year-queries';
import { closeYear, reopenYear } from './years';

const YEAR = 2023;
const database = testDatabase();
const DRAFTS = ['draft', 'returned'];
const LOGINS = ['drafter', 'drafter2', 'approver', 'approver2', 'admin', 'viewer'] as const;
type Login = (typeof LOGINS)[number];
const DRAFTERS: readonly Login[] = ['drafter', 'drafter2'];
const actors = {} as Record<Login, Actor>;
const reader = () => readerOf(actors.admin, 'year.manage');

beforeAll(async () => {
  for (const login of LOGINS) actors[login] = await actorOf(database.owner, login);
  // From figures that are all known: blanks come by themselves.
  for (let place = 0; place < 50; place += 1) await ACTS.save?.('drafter', place, place + 1);
  for (const place of [0, 1]) await ACTS.edit?.('admin', place, place + 2);
  // Last year's parts are known: what it comes to changes with them.
  await rows(
    `UPDATE category_year c SET recorded_total = NULL, annex_amount = recorded_total FROM fiscal_year y
     WHERE y.ward_id = $1 AND y.id = c.fiscal_year_id AND y.year = $2`,
    YEAR - 1,
  );
});

const rows = async <Row>(text: string, ...values: unknown[]) =>
  (await database.owner.query(text, [actors.admin.wardId, ...values])).rows as Row[];
/** The numbers of an act choose what it is done to, and by how much. */
const pick = <Of>(from: readonly Of[], number: number): Of | undefined => from[number % from.length];
const perform = (command: Command<unknown>, login: Login, input: object): Promise<Result<unknown>> =>
  command.execute({ actor: actors[login], address: null }, input);

async function entry(number: number, from: readonly string[] = ENTRY_STATUSES): Promise<SeededEntry | undefined> {
  const all = await rows<SeededEntry>(
    `SELECT e.id, e.ward_id AS "wardId", e.version, e.status, e.name, e.category_id AS "categoryId", e.amount,
       e.department_id AS "departmentId", e.is_priority AS "isPriority", e.summary, e.innovation
     FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE e.ward_id = $1 AND y.year = $2 AND e.status = ANY ($3) ORDER BY e.id`,
    YEAR,
    from,
  );
  return pick(all, number);
}
/** Of whose 課 it is, where a drafter asks. */
const drafterOf = (found: SeededEntry, login: Login): Login =>
  DRAFTERS.includes(login) ? (DRAFTERS.find((of) => actors[of].departmentId === found.departmentId) ?? login) : login;
async function category(number: number) {
  const settings = await getYearSettings(reader(), YEAR);
  return { found: pick(settings?.categories ?? [], number), former: pick(settings?.former ?? [], number) };
}
const blankCategory = ({ id, version, name, explanation }: Partial<CategorySettings> = {}) => ({
  ...{ categoryYearId: id, version, name, explanation, ceiling: '', annexAmount: '' },
});
const yearOf = async (year: number) =>
  (
    await rows<{ year: number; version: number }>(
      'SELECT year, version FROM fiscal_year WHERE ward_id = $1 AND year = $2',
      year,
    )
  )[0];

const NOTHING = { ok: true, value: undefined } as const;
const step = (command: Command<unknown>, from: readonly string[]) => async (login: Login, a: number) => {
  const found = await entry(a, from);
  if (!found) return NOTHING;
  const findingReasons = await reasonsFor(found);
  return perform(command, drafterOf(found, login), {
    entryId: found.id,
    version: found.version,
    reason: '理由',
    findingReasons,
  });
};
/** Every entry that waits is completed, submitted and approved, by whoever may. */
async function finish() {
  for (let found = await entry(0, DRAFTS); found; found = await entry(0, DRAFTS)) {
    const drafter = drafterOf(found, 'drafter');
    const saved = await perform(saveEntry, drafter, saveInputOf(found, { isPriority: false }));
    const findingReasons = await reasonsFor(found);
    const submitted = saved.ok
      ? await perform(stepCommands.submit, drafter, { ...(saved.value as object), findingReasons })
      : null;
    if (!submitted?.ok) return;
  }
  for (let found = await entry(0, ['in_review']); found; found = await entry(0, ['in_review'])) {
    const approved = await perform(stepCommands.approve, 'approver2', { entryId: found.id, version: found.version });
    if (!approved.ok) return;
  }
}

/** Whoever asks for it, of whatever role; most is refused, and what isn't must leave figures that add up. */
const ACTS: Record<string, (login: Login, a: number, b: number) => Promise<Result<unknown>>> = {
  submit: step(stepCommands.submit, DRAFTS),
  pullBack: step(stepCommands.pullBack, ['in_review']),
  approve: step(stepCommands.approve, ['in_review']),
  return: step(stepCommands.return, ['in_review']),
  withdraw: step(stepCommands.withdraw, DRAFTS),
  reopen: step(stepCommands.reopen, ['approved']),
  withdrawApproved: step(stepCommands.withdrawApproved, ['approved']),
  takeBack: step(stepCommands.takeBack, ['approved', 'returned', 'withdrawn', 'draft']),
  save: async (login, a, b) => {
    const found = await entry(a, DRAFTS);
    const typed = { amount: b % 5 === 0 ? '' : `${b}`, isPriority: b % 2 === 0 };
    return found ? perform(saveEntry, drafterOf(found, login), saveInputOf(found, typed)) : NOTHING;
  },
  correct: async (login, a) => {
    const found = await entry(a, ['approved']);
    return found ? perform(correctEntry, login, saveInputOf(found, { name: `事業${a}`, reason: '訂正' })) : NOTHING;
  },
  add: async (login, a, b) => {
    const { found } = await category(a);
    const lastYear = b % 2 === 0 ? { lastYear: 'new' } : { lastYear: 'amount', recordedLastYearAmount: `${b}` };
    const form = { ...BLANK_FORM, ...lastYear, name: `追加${b}`, categoryId: found?.categoryId, amount: `${b}` };
    return perform(addEntry, login, { ...form, year: YEAR, entryId: newId() });
  },
  move: async (login, a, b) => {
    const { id: entryId, version } = (await entry(a)) ?? {};
    const categoryId = (await category(b)).found?.categoryId;
    return perform(moveEntries, login, { entries: [{ entryId, version }], categoryId, reason: '移管' });
  },
  order: async (login) => {
    const { categories, version } = (await getYearOrder(reader(), YEAR)) ?? {};
    const entryIds = categories?.flatMap(({ entries }) => entries.map(({ id }) => id).reverse());
    return perform(orderEntries, login, { year: YEAR, version, entryIds });
  },
  edit: async (login, a, b) => {
    const { found } = await category(a);
    const { id: categoryYearId, version, explanation } = found ?? {};
    const annexAmount = b % 4 === 0 ? '' : `${b % 4 === 1 ? 0 : b}`;
    return perform(editCategory, login, {
      categoryYearId,
      version,
      explanation,
      name: `経費${b % 7}`,
      ceiling: `${b}`,
      annexAmount,
    });
  },
  reorder: async (login, a, b) => {
    const { id: categoryYearId, version } = (await category(a)).found ?? {};
    return perform(orderCategory, login, { categoryYearId, version, direction: b % 2 === 0 ? 'up' : 'down' });
  },
  end: async (login, a) => {
    // Emptied first, as its refusal says: into another one, by whoever may.
    if (a % 4 > 0) await perform(editCategory, login, blankCategory((await category(a)).found));
    const now = (await category(a)).found;
    const other = (await category(a + 1)).found;
    const entries = await rows<{ entryId: string; version: number }>(
      `SELECT e.id AS "entryId", e.version FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id AND y.ward_id = e.ward_id
       WHERE e.ward_id = $1 AND y.year = $2 AND e.category_id = $3`,
      YEAR,
      now?.categoryId,
    );
    if (a % 4 > 0 && entries.length > 0)
      await perform(moveEntries, login, { entries, categoryId: other?.categoryId, reason: '廃止' });
    const { id: categoryYearId, version } = now ?? {};
    return perform(endCategory, login, { categoryYearId, version });
  },
  found: async (login, a, b) => {
    const { former } = await category(a);
    return perform(addCategory, login, {
      year: YEAR,
      name: `経費${b}`,
      continuedId: (b % 2 === 0 && former?.id) || '',
    });
  },
  close: async (login) => {
    await finish();
    return perform(closeYear, login, { ...(await yearOf(YEAR)), confirmed: await listOpenPoints(reader(), YEAR) });
  },
  open: async (login, _a, b) =>
    perform(reopenYear, login, { ...(await yearOf(b % 3 === 0 ? YEAR - 1 : YEAR)), reason: '再開' }),
  settle: async (login) =>
    perform(closeYear, login, { ...(await yearOf(YEAR - 1)), confirmed: await listOpenPoints(reader(), YEAR - 1) }),
  publishLast: async (login) => {
    const last = (await listYearSettings(reader())).years.find(({ year }) => year === YEAR - 1);
    if (login !== 'admin' || !last || last.isOpen) return NOTHING;
    await plantEdition(database.owner, actors.admin.wardId, YEAR - 1);
    published = sumOrNull((await listCategoryTotals(reader(), YEAR - 1, YEAR - 1)).map(({ total }) => total));
    return NOTHING;
  },
  editLast: async (login, a, b) => {
    await ACTS.open?.('admin', a, 0);
    const settings = await getYearSettings(reader(), YEAR - 1);
    const { id: categoryYearId, version, name, explanation } = pick(settings?.categories ?? [], a) ?? {};
    const typed = { ceiling: '', annexAmount: `${b}` };
    return perform(editCategory, login, { categoryYearId, version, name, explanation, ...typed });
  },
  recordTotals: async (login, a, b) => {
    const { version, categories } = await getEarlierTotals(reader());
    const totals = [{ year: 2016 + (a % 6), categoryId: pick(categories, b)?.id, amount: b % 3 === 0 ? '' : `${b}` }];
    return perform(recordTotals, login, { version, categories, totals });
  },
  recordLastYear: async (login, a, b) => {
    const found = await getLastYearAmounts(reader(), YEAR);
    const entryId = pick(found?.rows ?? [], a)?.id;
    const amounts = entryId ? [{ entryId, amount: b % 3 === 0 ? '' : `${b}` }] : [];
    return perform(recordLastYear, login, { year: YEAR, version: found?.version, amounts });
  },
};

/** What last year came to in its newest edition; undefined: it has none yet. */
let published: number | null | undefined;

const sum = (amounts: readonly (number | null | undefined)[]) =>
  amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);

/** What the categories come to is what their year does, in both columns; a blank keeps a sum open. */
function expectAddedUp({ sums, total, lastTotal, known }: CategorySums) {
  if (total !== null) expect(sum(sums.map((of) => of.total))).toBe(total);
  expect(sums.some((of) => of.total === null)).toBe(total === null);
  if (lastTotal != null) expect(sum(sums.map((of) => of.lastTotal))).toBe(lastTotal);
  if (total !== null) expect(known).toBe(total);
}

/** The list of every entry, block by block and as a whole. */
async function expectAnnexToAddUp({ total, lastTotal }: CategorySums) {
  const annex = await getDocument(reader(), YEAR, 'annex');
  const tables =
    modelIn(annex)
      ?.sections.flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'listTable') ?? [];
  const figuresOf = (row: (typeof tables)[number]['rows'][number] | undefined) =>
    row?.cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.amountThousandYen])) ?? [];
  for (const { caption, rows: all } of tables) {
    const totals = figuresOf(all.at(-1));
    totals.forEach((of, column) => {
      const parts = all.slice(0, -1).map((row) => figuresOf(row)[column] ?? null);
      if (of !== null && !parts.includes(null)) expect(sum(parts), `${caption} ${column}`).toBe(of);
    });
  }
  expect(figuresOf(tables.at(-1)?.rows.at(-1)).slice(0, 2)).toEqual([total ?? null, lastTotal ?? null]);
}

async function expectAllToAddUp() {
  const figures = await listCategoryTotals(reader(), YEAR - TABLE_YEARS + 1, YEAR);
  const home = categorySums(YEAR, figures, null);
  expectAddedUp(home);
  if (published !== undefined) expect(home.lastTotal ?? null).toBe(published);

  const { rows: listed, figures: ofList } = await readEntryList(reader(), YEAR, entryFilterOf({}));
  const list = categorySums(YEAR, ofList, null);
  expect(list).toEqual(home);
  for (const of of sumsBelow(list, listed).sums) {
    const own = listed.filter(({ categoryId }) => categoryId === of.id);
    if (of.total !== null) expect(sum([...own.map(({ amount }) => amount), of.annex]), of.name).toBe(of.total);
    if (of.lastTotal != null)
      expect(sum([...own.map(({ lastYearAmount }) => lastYearAmount), of.lastAnnex]), of.name).toBe(of.lastTotal);
  }
  const shown = new Set(list.sums.map(({ id }) => id));
  expect(listed.filter(({ categoryId, lastYearAmount }) => !shown.has(categoryId) && lastYearAmount)).toEqual([]);

  const document = await getDocument(reader(), YEAR);
  const blocks = modelIn(document)?.sections.flatMap((section) => section.blocks) ?? [];
  const table = blocks.find((block) => block.kind === 'amountTable');
  if (table?.kind !== 'amountTable') throw new Error('no table');
  const cells = table.rows.map((row) => row.cells.map(({ amountThousandYen }) => amountThousandYen));
  const [totals = [], ...parts] = cells;
  totals.forEach((total, column) => {
    const ofYear = parts.map((row) => row[column] ?? null);
    if (total !== null) expect(sum(ofYear), table.columns[column]).toBe(total);
    else expect(ofYear).toContain(null);
  });
  expect(totals.at(-1)).toBe(home.total ?? null);
  expect(totals.at(-2)).toBe(home.lastTotal ?? null);
  expect(parts.map((row) => row.at(-1)).slice(0, home.sums.length)).toEqual(home.sums.map(({ total }) => total));

  const printed = blocks.flatMap((block) => (block.kind === 'entries' ? block.entries : []));
  const amounts = listed.filter(({ carried }) => carried === null).map(({ amount }) => amount);
  for (const { figures: of } of printed) expect(amounts).toContain(of[0]?.amountThousandYen ?? null);
  await expectAnnexToAddUp(home);
  return [...listed.flatMap(({ carried }) => carried ?? []), ...home.sums.map(({ order }) => (order ? '' : 'ended'))];
}

/** Who may, for the most part: nearly everything is refused to nearly everybody. */
const ABLE: Record<string, readonly Login[]> = {
  ...Object.fromEntries(['submit', 'pullBack', 'withdraw', 'save', 'add'].map((name) => [name, DRAFTERS])),
  ...Object.fromEntries(['approve', 'return'].map((name) => [name, ['approver', 'approver2']])),
  takeBack: ['admin', 'approver', 'approver2', 'drafter'],
};

const act = fc.noBias(
  fc.tuple(
    fc.constantFrom(
      ...Object.keys(ACTS),
      'found',
      'found',
      'end',
      'end',
      'close',
      'move',
      'open',
      'open',
      'open',
      'settle',
    ),
    fc.constantFrom(...LOGINS),
    fc.nat(50),
    fc.nat(9999),
  ),
);

it('adds up on the list, at home and in print, whatever anybody does', { timeout: 120_000 }, async () => {
  const done = new Set<string>();
  const seen = new Set<string>();
  await fc.assert(
    // Each goes on where the one before it ended: there is nothing to shrink.
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 20, size: 'max' }), async (acts) => {
      await ACTS.open?.('admin', 0, 1);
      for (const [name, login, a, b] of acts) {
        const able = ABLE[name] ?? ['admin' as const];
        const answer = await ACTS[name]?.(a % 4 === 0 ? login : (pick(able, b) ?? login), a, b);
        if (answer?.ok) done.add(name);
        for (const kind of await expectAllToAddUp()) seen.add(kind);
      }
    }),
    { seed: 15, numRuns: 8, endOnFailure: true },
  );
  const acts = [
    'editLast',
    'publishLast',
    'move',
    'withdraw',
    'withdrawApproved',
    'edit',
    'end',
    'found',
    'close',
    'open',
    'reopen',
    'takeBack',
    'save',
  ];
  expect(acts.filter((name) => !done.has(name))).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(['moved', 'dropped', 'ended']));
  const unlike = (await verifyAudit(database.owner)).filter(isNotOfPlantedEdition);
  // Given their parts by hand above.
  expect(unlike.filter(({ subject }) => subject !== 'category_year')).toEqual([]);
});
