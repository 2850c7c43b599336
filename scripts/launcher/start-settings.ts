import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './folders';
import { StartError } from './start-error';

const SHORTEST_SECRET = 32;

/** What the environment (and `.env`) says about this start; refuses what can't work before anything is touched. */
export function readSettings(argv: string[]) {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { PORT, HOST, DATABASE_URL, DATABASE_OWNER_URL, NEXTAUTH_SECRET, NEXTAUTH_URL } = process.env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartError(`PORT が正しくありません: ${PORT}`);
  const isOutside = Boolean(DATABASE_URL);
  for (const [name, value] of Object.entries({ DATABASE_URL, DATABASE_OWNER_URL, NEXTAUTH_URL }))
    if (value && !URL.canParse(value)) throw new StartError(`${name} が正しくありません（.env.example）。`);
  if (isOutside) {
    const missing = Object.entries({ NEXTAUTH_SECRET, NEXTAUTH_URL }).filter(([, value]) => !value);
    if (missing.length > 0)
      throw new StartError(
        `外部のデータベース（DATABASE_URL）を使うときは、${missing.map(([name]) => name).join(' と ')} も指定してください（.env.example）。`,
      );
  }
  if (NEXTAUTH_SECRET && NEXTAUTH_SECRET.length < SHORTEST_SECRET)
    throw new StartError(`NEXTAUTH_SECRET は${SHORTEST_SECRET}文字以上にしてください。`);
  return { isDevelopment: argv.includes('--dev'), isOutside, port, host: HOST || '127.0.0.1' };
}
