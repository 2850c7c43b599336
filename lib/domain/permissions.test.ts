import { describe, expect, expectTypeOf, it } from 'vitest';
import { ENTRY_STATUSES, type EntryStatus, type NewestDecision, TAKEN_BACK } from '@/lib/domain/entry/entry-workflow';
import type { Actor, Role } from './actor';
import { type Operation, PERMISSIONS, refusal, type Target } from './permissions';

const OWN = 'department-own';
const OTHER = 'department-other';
const me = { accountId: 'me', name: 'me', wardId: 'ward' };

/** `approver-all` is an approver without a 課. */
const ACTORS = {
  drafter: { ...me, departmentId: OWN, roles: ['drafter'] },
  approver: { ...me, departmentId: OWN, roles: ['approver'] },
  'approver-all': { ...me, departmentId: null, roles: ['approver'] },
  admin: { ...me, departmentId: OWN, roles: ['admin'] },
  viewer: { ...me, departmentId: null, roles: ['viewer'] },
} satisfies Record<string, Actor & { roles: Role[] }>;

const EVERYBODY = Object.keys(ACTORS);
const everywhere = (actors: string[]) =>
  actors.flatMap((actor) =>
    ['own', 'other'].flatMap((department) => ENTRY_STATUSES.map((status) => `${actor} ${department} ${status}`)),
  );
const ANY_MEMBER = everywhere(EVERYBODY);
const ADMIN = everywhere(['admin']);
const WRITERS = everywhere(['drafter', 'approver', 'approver-all', 'admin']);

/**
 * The reviewed oracle, from product.md's table: who may, in the own or another 課, at which status of the entry, while
 * the year is open and somebody else drafted it. What isn't written here is refused.
 */
const MAY: Record<Operation, string[]> = {
  'year.read': ANY_MEMBER,
  'entry.read': ANY_MEMBER,
  'document.read': ANY_MEMBER,
  'approval.read': ANY_MEMBER,
  'session.chooseWard': ANY_MEMBER,
  'session.end': ANY_MEMBER,
  'password.change': ANY_MEMBER,
  'entry.add': everywhere(['drafter']).filter((line) => line.includes(' own ')),
  'entry.edit': ['drafter own draft', 'drafter own returned'],
  'entry.submit': ['drafter own draft', 'drafter own returned'],
  'entry.pullBack': ['drafter own in_review'],
  'entry.withdraw': ['drafter own draft', 'drafter own returned'],
  'entry.approve': ['approver own in_review', 'approver-all own in_review', 'approver-all other in_review'],
  'entry.return': ['approver own in_review', 'approver-all own in_review', 'approver-all other in_review'],
  'entry.reopen': ['admin own approved', 'admin other approved'],
  'entry.withdrawApproved': ['admin own approved', 'admin other approved'],
  'entry.takeBack': [],
  'entry.correct': ['admin own approved', 'admin other approved'],
  'entry.allowFinding': [...['admin own draft', 'admin own returned', 'admin other draft', 'admin other returned']],
  'entry.move': ADMIN,
  'entry.recordLastYear': ADMIN,
  'entries.order': ADMIN,
  'year.manage': ADMIN,
  'year.open': ADMIN,
  'year.close': ADMIN,
  'year.reopen': ADMIN,
  'edition.publish': ADMIN,
  'earlierTotals.record': ADMIN,
  'earlierTotals.remove': ADMIN,
  'category.add': ADMIN,
  'category.edit': ADMIN,
  'category.end': ADMIN,
  'category.order': ADMIN,
  'documentTexts.edit': ADMIN,
  'readThrough.mark': WRITERS,
  'readThrough.unmark': WRITERS,
  'readThrough.note': WRITERS,
  'readThrough.dropNote': ADMIN,
  'readThrough.setReaders': ADMIN,
  'dictionary.manage': ADMIN,
  'dictionary.edit': ADMIN,
  'department.manage': ADMIN,
  'department.add': ADMIN,
  'department.edit': ADMIN,
  'department.order': ADMIN,
  'department.retire': ADMIN,
  'department.restore': ADMIN,
  'user.manage': ADMIN,
  'user.add': ADMIN,
  'user.addMember': ADMIN,
  'user.edit': ADMIN,
  'user.resetPassword': ADMIN,
  'user.disable': ADMIN,
  'user.enable': ADMIN,
  'user.endSessions': ADMIN,
  'user.removeMembership': ADMIN,
  'audit.read': ADMIN,
  'security.read': ADMIN,
};

/** What needs an open year; everything else may be done in a closed one. */
const NEEDS_OPEN_YEAR: Operation[] = [
  'entry.add',
  'entry.edit',
  'entry.submit',
  'entry.pullBack',
  'entry.withdraw',
  'entry.approve',
  'entry.return',
  'entry.reopen',
  'entry.withdrawApproved',
  'entry.takeBack',
  'entry.correct',
  'entry.allowFinding',
  'entry.move',
  'entry.recordLastYear',
  'entries.order',
  'year.close',
  'category.add',
  'category.edit',
  'category.end',
  'category.order',
  'documentTexts.edit',
];

/** What nobody may do to their own account. */
const NOT_TO_ONESELF: Operation[] = ['user.resetPassword', 'user.disable', 'user.endSessions', 'user.removeMembership'];

/** What only the admin of the account's home ward may do. */
const NEEDS_HOME_WARD: Operation[] = ['user.resetPassword', 'user.disable', 'user.enable'];

const targetOf = (department: string, status: EntryStatus, changes: Partial<Target> = {}): Target => ({
  wardId: 'ward',
  departmentId: department === 'own' ? OWN : OTHER,
  isOpen: true,
  accountId: 'somebody',
  homeWardId: 'ward',
  entry: { status, version: 1, everApproved: false, contributors: ['somebody'] },
  ...changes,
});

const operations = Object.keys(PERMISSIONS) as Operation[];

describe.each(operations)('%s', (operation) => {
  const combinations = Object.keys(ACTORS).flatMap((actor) =>
    ['own', 'other'].flatMap((department) => ENTRY_STATUSES.map((status) => ({ actor, department, status }))),
  );

  it.each(combinations)('by $actor in the $department 課 at $status', ({ actor: name, department, status }) => {
    const actor = ACTORS[name as keyof typeof ACTORS];
    const allowed = MAY[operation].includes(`${name} ${department} ${status}`);
    expect(refusal(actor, operation, targetOf(department, status)) === null).toBe(allowed);
    expect(refusal(actor, operation, targetOf(department, status, { wardId: 'another' }))).toBe('not_found');
    if (!allowed) return;
    const closed = refusal(actor, operation, targetOf(department, status, { isOpen: false }));
    expect(closed).toBe(NEEDS_OPEN_YEAR.includes(operation) ? 'year_closed' : null);
    const guest = refusal(actor, operation, targetOf(department, status, { homeWardId: 'another' }));
    expect(guest).toBe(NEEDS_HOME_WARD.includes(operation) ? 'not_home_ward' : null);
    const self = refusal(actor, operation, targetOf(department, status, { accountId: 'me' }));
    expect(self).toBe(NOT_TO_ONESELF.includes(operation) ? 'own_account' : null);
  });
});

it.each([
  ['entry.approve', 'in_review'],
  ['entry.return', 'in_review'],
  ['entry.allowFinding', 'draft'],
] as const)('%s is refused to who had a hand in it', (operation, status) => {
  const actor: Actor = { ...me, departmentId: OWN, roles: ['drafter', 'approver', 'admin'] };
  const entry = { status, version: 1, everApproved: false };
  const by = (...contributors: string[]) =>
    refusal(actor, operation, targetOf('own', status, { entry: { ...entry, contributors } }));
  expect(by('me')).toBe('own_entry');
  expect(by('somebody', 'me')).toBe('own_entry');
  expect(by('somebody')).toBeNull();
  expect(by()).toBeNull();
});

describe('entry.takeBack', () => {
  const decided: Record<NewestDecision['action'], [from: EntryStatus, to: EntryStatus]> = {
    approve: ['in_review', 'approved'],
    return: ['in_review', 'returned'],
    withdraw: ['draft', 'withdrawn'],
    reopen: ['approved', 'draft'],
    withdrawApproved: ['approved', 'withdrawn'],
  };
  const takeBack = (
    actor: Actor,
    action: NewestDecision['action'],
    actorId: string,
    department = 'own',
    status = decided[action][1],
  ) =>
    refusal(
      actor,
      'entry.takeBack',
      targetOf(department, status, {
        expectedVersion: 1,
        entry: {
          ...{ status, version: 1, everApproved: false, contributors: ['somebody'] },
          newestDecision: { action, actorId, from: decided[action][0] },
        },
      }),
    );

  it.each(TAKEN_BACK)('%s is taken back by who took it and could take it again', (action) => {
    for (const [name, actor] of Object.entries(ACTORS)) {
      for (const department of ['own', 'other']) {
        const could = MAY[`entry.${action}`].includes(`${name} ${department} ${decided[action][0]}`);
        expect(takeBack(actor, action, 'me', department)).toBe(could ? null : 'forbidden');
        expect(takeBack(actor, action, 'somebody', department)).toBe('forbidden');
      }
    }
  });

  it('is refused once somebody has built on it', () => {
    const entry = {
      status: 'approved' as const,
      version: 1,
      everApproved: true,
      contributors: [],
      newestDecision: null,
    };
    expect(refusal(ACTORS['approver-all'], 'entry.takeBack', targetOf('own', 'approved', { entry }))).toBe(
      'wrong_status',
    );
    expect(takeBack(ACTORS.approver, 'return', 'me', 'own', 'in_review')).toBe('conflict');
  });
});

it('asks of a target what the operation’s rule needs, and no more', () => {
  type Ward = { wardId: string };
  type Year = Ward & { isOpen: boolean };
  type Entry = Year & { departmentId: string; entry: { status: EntryStatus; version: number; everApproved: boolean } };
  expectTypeOf<Ward>().toExtend<Target<'department.edit'>>();
  expectTypeOf<Year>().toExtend<Target<'category.edit'>>();
  expectTypeOf<Ward>().not.toExtend<Target<'category.edit'>>();
  expectTypeOf<Ward & { accountId: string }>().toExtend<Target<'user.endSessions'>>();
  expectTypeOf<Ward & { accountId: string }>().not.toExtend<Target<'user.disable'>>();
  expectTypeOf<Entry>().toExtend<Target<'entry.submit'>>();
  expectTypeOf<Entry>().not.toExtend<Target<'entry.approve'>>();
});

it('refuses to withdraw what was approved once', () => {
  const entry = { status: 'draft' as const, version: 4, everApproved: true, contributors: ['me'] };
  expect(refusal(ACTORS.drafter, 'entry.withdraw', targetOf('own', 'draft', { entry }))).toBe('wrong_status');
});

it('says that somebody was faster before it says that the status is wrong', () => {
  expect(refusal(ACTORS.drafter, 'entry.submit', targetOf('own', 'approved', { expectedVersion: 7 }))).toBe('conflict');
});

it('says that somebody was faster where the version is still the one that was seen: a decision makes none', () => {
  const seen = { expectedVersion: 1 };
  for (const [by, operation] of [
    ['drafter', 'entry.submit'],
    ['drafter', 'entry.edit'],
    ['approver', 'entry.approve'],
    ['approver', 'entry.return'],
  ] as const) {
    expect(refusal(ACTORS[by], operation, targetOf('own', 'approved', seen))).toBe('conflict');
    expect(refusal(ACTORS[by], operation, targetOf('own', 'approved'))).toBe('wrong_status');
  }
});
