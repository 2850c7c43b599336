import { expect, it } from 'vitest';
import { NO_USER_FILTER, userFilterOf } from './user';

it.each([
  [{}, NO_USER_FILTER],
  [
    { department: 'none', role: 'approver', state: 'active' },
    { department: 'none', role: 'approver', state: 'active' },
  ],
  [{ department: '課', role: 'owner', state: ['active'] }, NO_USER_FILTER],
])('reads the filter of the list in %o', (query, filter) => {
  expect(userFilterOf(query)).toEqual(filter);
});
