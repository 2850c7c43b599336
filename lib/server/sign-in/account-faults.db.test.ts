import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { addMember } from '@/lib/server/people/users';
import { actorOf, sessionOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { describeFaults, type FaultCase } from '@/scripts/test/faults';
import { replacePassword } from './account';
import { chooseWard, endOwnSessions } from './own-sessions';
import { hashPassword } from './passwords';

const LOGIN_ID = 'taisho-admin';
const CURRENT = 'はじめの合言葉 2026';
const NEXT = '千本松-原の夜明け 2026';

const database = testDatabase();
let actor: Actor;
let otherWardId: string;
let sessionId: string;
let otherSessionId: string;

beforeAll(async () => {
  actor = await actorOf(database.owner, LOGIN_ID);
  const admin = await actorOf(database.owner, 'admin');
  otherWardId = admin.wardId;
  await database.owner.query('UPDATE account SET password_hash = $1 WHERE id = $2', [
    await hashPassword(CURRENT),
    actor.accountId,
  ]);
  await addMember.execute({ actor: admin, address: null }, { loginId: LOGIN_ID, departmentId: '', roles: ['viewer'] });
  sessionId = await sessionOf(database.owner, actor);
  otherSessionId = await sessionOf(database.owner, actor);
});

const person = { actor: () => actor, sessionId: () => sessionId };
const CASES: FaultCase[] = [
  { ...person, name: 'chooseWard', command: chooseWard, input: async () => ({ wardId: otherWardId }) },
  {
    ...person,
    name: 'endOwnSessions',
    command: endOwnSessions,
    input: async () => ({ sessionId: otherSessionId }),
  },
  // Ends the session's id, so it comes last.
  {
    ...person,
    name: 'replacePassword',
    command: replacePassword,
    input: async () => ({ current: CURRENT, next: NEXT, repeat: NEXT }),
  },
];

// BEGIN, what it is aimed at, the change, the security event, COMMIT
describeFaults(CASES, () => database.owner, 4);
