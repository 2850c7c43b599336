import { expect, it } from 'vitest';
import { roleText } from '@/lib/text/terms';
import { accountLines } from './announce';

const account = (loginId: string, role: string, department: string | null = null) => ({
  role,
  loginId,
  password: 'vkib-p484-8jvv',
  ward: '271071',
  department,
});
/** Where the text begins on a screen on which a Japanese character takes two columns. */
const columnOf = (line: string, text: string) =>
  [...line.slice(0, line.indexOf(text))].reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0);

it('names roles in Japanese, one below the other, and the account to begin with', () => {
  const lines = accountLines([
    account('drafter', 'drafter', '保健福祉課'),
    account('admin', 'admin', '総務課'),
    account('taisho-viewer', 'viewer'),
  ]);
  const rows = lines.slice(0, 3);
  for (const [n, role] of (['drafter', 'admin', 'viewer'] as const).entries())
    expect(rows[n]).toContain(roleText[role]);
  for (const text of ['vkib', '271071']) expect(new Set(rows.map((line) => columnOf(line, text))).size).toBe(1);
  expect(lines[3]).toContain('はじめは drafter（起案者）');
});

it('names no account to begin with that there is not', () => {
  expect(accountLines([account('admin', 'admin')])).toHaveLength(1);
});
