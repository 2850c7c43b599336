import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { orderEntries } from '@/lib/server/entry/entry-order';
import { saveDictionaryRule } from '@/lib/server/findings/dictionary';
import type { Command } from '@/lib/server/gate/command';
import { addCategory, editCategory, endCategory, orderCategory } from '@/lib/server/year/categories';
import { getEarlierTotals, recordTotals, removeEarlierYear } from '@/lib/server/year/earlier-totals';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { editDocumentTexts } from '@/lib/server/year/year-settings';
import { closeYear, openYear, reopenYear } from '@/lib/server/year/years';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { describeFaults, type FaultCase } from '@/scripts/test/faults';
import { addDepartment, editDepartment, orderDepartment, restoreDepartment, retireDepartment } from './departments';
import { disableUser, enableUser, endUserSessions, removeMembership, resetPassword } from './user-access';
import { addMember, addUser, editUser } from './users';

const database = testDatabase();
let admin: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  await database.owner.query(`UPDATE entry SET status = 'approved', amount = coalesce(amount, 1)`);
});

async function row<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await database.owner.query(text, values);
  return rows[0] as Row;
}

const newUser = () =>
  row(
    `SELECT m.id AS "membershipId", m.version FROM membership m JOIN account a ON a.id = m.account_id
    WHERE a.login_id = 'new.user' AND m.ward_id = $1`,
    [admin.wardId],
  );
const newDepartment = () =>
  row(`SELECT id AS "departmentId", version FROM department WHERE ward_id = $1 AND name LIKE '試験%'`, [admin.wardId]);
const totals = async () => {
  const { version, categories } = await getEarlierTotals(readerOf(admin, 'year.manage'));
  return { version, categories: [], totals: categories.map(({ id }) => ({ year: 2016, categoryId: id, amount: '1' })) };
};
const category = () =>
  row(
    `SELECT c.id AS "categoryYearId", c.version FROM category_year c
     JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
     WHERE c.ward_id = $1 AND y.year = 2023 ORDER BY c.sort_order LIMIT 1`,
    [admin.wardId],
  );
const newCategory = () =>
  row(`SELECT id AS "categoryYearId", version FROM category_year WHERE ward_id = $1 AND name = '試験の経費'`, [
    admin.wardId,
  ]);
const year = () => row(`SELECT year, version FROM fiscal_year WHERE ward_id = $1 AND year = 2023`, [admin.wardId]);

const TEXTS = {
  title: '題',
  mark: '印',
  draftMark: '（案）',
  printsMarks: false,
  totalLabel: '合計',
  personnelNote: '※ 人件費除く',
  annexNote: '別紙',
  deadline: '2026-11-28',
};
const NEW_WORD = {
  ...{ ruleId: null, version: 0, wrong: '子供', right: '子ども', except: '', isUsed: true },
  ...{ good: '子ども', bad: '子供' },
};
const member = { departmentId: '', roles: ['viewer'] };

/** In this order: each goes through in the end, and the next one works on what it left. */
const COMMANDS: [string, Command<unknown>, () => Promise<object>][] = [
  ['addUser', addUser, async () => ({ loginId: 'new.user', name: '新しい利用者', ...member })],
  ['addMember', addMember, async () => ({ loginId: 'taisho-admin', ...member })],
  ['editUser', editUser, async () => ({ ...(await newUser()), name: '別の表示名', ...member })],
  ['resetPassword', resetPassword, newUser],
  ['endUserSessions', endUserSessions, newUser],
  ['disableUser', disableUser, newUser],
  ['enableUser', enableUser, newUser],
  ['removeMembership', removeMembership, newUser],
  ['addDepartment', addDepartment, async () => ({ name: '試験課' })],
  ['editDepartment', editDepartment, async () => ({ ...(await newDepartment()), name: '試験二課' })],
  ['orderDepartment', orderDepartment, async () => ({ ...(await newDepartment()), direction: 'up' })],
  ['retireDepartment', retireDepartment, newDepartment],
  ['restoreDepartment', restoreDepartment, newDepartment],
  ['saveDictionaryRule', saveDictionaryRule, async () => NEW_WORD],
  [
    'editCategory',
    editCategory,
    async () => ({
      ...(await category()),
      name: '区長自由経費',
      explanation: '説明',
      ceiling: '１０',
      annexAmount: '5',
    }),
  ],
  ['orderCategory', orderCategory, async () => ({ ...(await category()), direction: 'down' })],
  ['addCategory', addCategory, async () => ({ year: 2023, name: '試験の経費', continuedId: '' })],
  ['endCategory', endCategory, newCategory],
  ['editDocumentTexts', editDocumentTexts, async () => ({ ...(await year()), ...TEXTS })],
  [
    'orderEntries',
    orderEntries,
    async () => {
      const { ids, version } = await row<{ ids: string[]; version: number }>(
        `SELECT array_agg(e.id ORDER BY e.sort_order DESC) AS ids, min(y.order_version) AS version FROM entry e
         JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id WHERE e.ward_id = $1 AND y.year = 2023`,
        [admin.wardId],
      );
      return { year: 2023, version, entryIds: ids };
    },
  ],
  ['openYear', openYear, async () => ({ year: 2024 })],
  [
    'closeYear',
    closeYear,
    async () => ({ ...(await year()), confirmed: await listOpenPoints(readerOf(admin, 'year.close'), 2023) }),
  ],
  ['recordTotals', recordTotals, totals],
  [
    'removeEarlierYear',
    removeEarlierYear,
    async () => ({ year: 2016, version: (await getEarlierTotals(readerOf(admin, 'year.manage'))).version }),
  ],
  ['reopenYear', reopenYear, async () => ({ ...(await year()), reason: '計数の誤り。' })],
];

const CASES = COMMANDS.map(([name, command, input]): FaultCase => ({ name, command, actor: () => admin, input }));

// BEGIN, the change, the audit row, COMMIT
describeFaults(CASES, () => database.owner, 4);
