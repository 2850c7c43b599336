import { expect, it } from 'vitest';
import { COUNTED_STATUSES } from '@/lib/domain/year/year-home';
import { LISTED, STATUS_FILTERS, statusesOf } from './entry-filter';
import { NO_CONTRIBUTIONS } from './entry-history-view';
import {
  APPROVED,
  DRAFTING,
  ENTRY_STATUSES,
  ONWARD,
  TAKEN_BACK,
  UNDECIDED,
  WAITING,
  WITHDRAWN,
} from './entry-workflow';

it('says of each status once what it means', () => {
  expect(DRAFTING).toEqual(['draft', 'returned']);
  expect(WAITING).toEqual(['in_review']);
  expect(UNDECIDED).toEqual(['draft', 'in_review', 'returned']);
  expect([...UNDECIDED, ...APPROVED, ...WITHDRAWN]).toEqual(ENTRY_STATUSES);
});

it('counts from the furthest on, and what was withdrawn nowhere', () => {
  expect(COUNTED_STATUSES).toEqual(['approved', 'in_review', 'returned', 'draft']);
});

it('offers a group of one as that one', () => {
  expect(STATUS_FILTERS).toEqual([...ENTRY_STATUSES, 'undecided']);
  expect(LISTED.waiting).toBe('in_review');
  expect(statusesOf('undecided')).toBe(UNDECIDED);
  expect(statusesOf('withdrawn')).toEqual(['withdrawn']);
});

it('knows what brings an entry on, what is taken back, and what makes nobody a contributor', () => {
  expect(ONWARD).toEqual(['submit', 'approve']);
  expect(TAKEN_BACK).toEqual(['approve', 'return', 'withdraw', 'reopen', 'withdrawApproved']);
  const others = ['copy', 'recorded', 'allowFinding'];
  expect(NO_CONTRIBUTIONS.toSorted()).toEqual(
    [...others, 'pullBack', 'return', 'approve', 'reopen', 'withdraw', 'takeBack'].sort(),
  );
});
