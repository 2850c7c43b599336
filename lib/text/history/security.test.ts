import { expect, it } from 'vitest';
import type { SecurityEventRow } from '@/lib/domain/history/security-event';
import { kindText, personText, securityCells, securityColumns, securityDetailText } from './security';

const ROW: SecurityEventRow = {
  id: '1',
  at: new Date('2026-11-25T15:00:05Z'),
  kind: 'sign_in',
  accountName: '起案者',
  loginId: 'drafter',
  actorName: null,
  operation: null,
  code: null,
  rolesBefore: [],
  rolesAfter: [],
  count: 1,
  until: null,
  address: '192.0.2.1',
};

it.each([
  [{}, '－'],
  [{ kind: 'attempt_while_locked', count: 1200 }, '1,200回'],
  [
    { kind: 'operation_refused', operation: 'user.edit', code: 'forbidden' },
    '利用者を変更（この操作を行う権限がありません）',
  ],
  [{ kind: 'operation_refused', operation: 'gone.gone', code: 'gone', count: 2 }, 'その他の操作 2回'],
  [{ kind: 'roles_changed', rolesAfter: ['viewer', 'admin'] }, 'なし → 閲覧者・予算管理者'],
  [{ kind: 'events_purged', until: new Date('2025-10-01T00:00:00Z'), count: 1 }, '令和7年10月1日 09:00より前 1件'],
] as [Partial<SecurityEventRow>, string][])('%j reads %s', (changes, text) => {
  expect(securityDetailText({ ...ROW, ...changes })).toBe(text);
});

it('names people by name and ID, and shows no code that it does not know', () => {
  expect(personText(ROW)).toBe('起案者（drafter）');
  expect(personText({ ...ROW, accountName: null })).toBe('drafter');
  expect(kindText('toString')).toBe('その他');
});

it('exports as many cells as columns, at the time in Japan', () => {
  expect(securityCells(ROW)).toHaveLength(securityColumns.length);
  expect(securityCells(ROW)[0]).toBe('2026-11-26 00:00:05');
});
