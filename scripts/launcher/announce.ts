import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './folders';

type Account = { role: string; loginId: string; password: string; ward: string; department: string | null };

const ROLES: Record<string, string> = { drafter: '起案者', approver: '承認者', admin: '予算管理者', viewer: '閲覧者' };
const FIRST = 'drafter';

/** A terminal draws a Japanese character two columns wide. */
const widthOf = (text: string) =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffdc]/.test(character) ? 2 : 1), 0);
const fill = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The demonstration accounts in columns, and with which of them to begin. */
export function accountLines(accounts: readonly Account[]): string[] {
  const rows = accounts.map(({ role, loginId, password, ward, department }) => [
    loginId,
    password,
    ROLES[role] ?? role,
    `${ward} ${department ?? ''}`.trim(),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row) => `  ${row.map((text, column) => fill(text, widths[column] ?? 0)).join('  ')}`);
  const hasFirst = accounts.some(({ loginId }) => loginId === FIRST);
  return hasFirst ? [...lines, `はじめは ${FIRST}（${ROLES[FIRST]}）でログインし、事業を編集して提出します。`] : lines;
}

/** What stands at the end of a start: where the program is, and who can sign in to its demonstration. */
export function announce(url: string, accountsFile: string): void {
  console.log(`\n予算編成を開始しました: ${url}\n`);
  if (existsSync(accountsFile)) {
    const shown = path.relative(root, accountsFile);
    console.log(`見本のアカウント（${shown.startsWith('..') ? accountsFile : shown}）`);
    for (const line of accountLines(JSON.parse(readFileSync(accountsFile, 'utf8')))) console.log(line);
  }
  console.log('\n終了するには Ctrl+C を押します。');
}
