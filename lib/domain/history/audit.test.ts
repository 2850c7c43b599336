import { expect, it } from 'vitest';
import { auditFilterOf, isFilteredAudit, NO_AUDIT_FILTER } from './audit';

it('reads what an address asks for', () => {
  const asked = { q: ' 防災 ', subject: 'department', from: '2026-11-01', to: '2026-11-30' };
  expect(auditFilterOf(asked)).toEqual({ ...asked, q: '防災' });
  expect(isFilteredAudit(auditFilterOf(asked))).toBe(true);
});

it('looks for no character that a database refuses', () => {
  expect(auditFilterOf({ q: '防災\u0000\ud800課\n' }).q).toBe('防災 課');
});

it.each([
  {},
  { q: '　\u0000', from: '2026-11-00' },
  { q: '　', subject: 'session', from: '2026-11-31', to: '0000-01-01' },
  { q: 'あ'.repeat(61), subject: ['entry', 'ward'], from: ['2026-11-01'], to: '11月1日' },
])('takes %o for nothing asked', (query) => {
  expect(auditFilterOf(query)).toEqual(NO_AUDIT_FILTER);
  expect(isFilteredAudit(auditFilterOf(query))).toBe(false);
});
