const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** What an operator can do about a database that doesn't answer as expected; undefined: this is a bug. */
export function databaseErrorText(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === '42P01') return 'データベースの準備ができていません。先に npm start で起動してください。';
  if (code === '42501')
    return 'データベースの所有者の権限が必要です。DATABASE_OWNER_URL に所有者の接続先を指定してください。';
  // Connections (08), authorisation (28), no such database, and what the system itself says of an address.
  if (/^(08|28|3D|57P03)/.test(code) || /^E[A-Z]+$/.test(code))
    return `データベースに接続できません（${(error as Error).message || code}）。DATABASE_URL を確認してください。`;
  return undefined;
}
