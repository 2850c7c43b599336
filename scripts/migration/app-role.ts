import pg from 'pg';
import { MigrationRefused } from './migrations';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MigrationRefused(
      'DATABASE_URL の利用者名とパスワードの記号は、%25（%）や %40（@）のように書いてください。',
    );
  }
};

/** The app's role by name; undefined: the owner is the only one. */
export function appRoleOf(appUrl: string, ownerUrl: string): string | undefined {
  const { username } = new URL(appUrl);
  return username === new URL(ownerUrl).username ? undefined : decoded(username);
}

async function connectError(url: string): Promise<pg.DatabaseError | undefined> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const WRONG_PASSWORD = '28P01';
const NOT_ALLOWED = '42501';

/** Makes the app's role sign in with the password of DATABASE_URL: made where it isn't there, with a new password where it has another. */
export async function ensureRole(owner: pg.Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const [name, secret] = [decoded(username), decoded(password)];
  const [role, literal] = [pg.escapeIdentifier(name), pg.escapeLiteral(secret)];
  const found = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  if (!found.rowCount) {
    await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD ${literal}`);
    console.log(`データベースの利用者「${name}」を作成しました。`);
  }
  if (secret && (await connectError(appUrl))?.code === WRONG_PASSWORD) {
    await owner.query(`ALTER ROLE ${role} PASSWORD ${literal}`).catch((error) => {
      if (error instanceof pg.DatabaseError && error.code === NOT_ALLOWED)
        throw new MigrationRefused(
          `DATABASE_URL のパスワードが、データベースの利用者「${name}」のものと違います。DATABASE_OWNER_URL の利用者は、` +
            `これを変更できません。\nデータベースの管理者に、この利用者のパスワードを DATABASE_URL のものに変えてもらってください。`,
        );
      throw error;
    });
    console.log(`データベースの利用者「${name}」のパスワードを、DATABASE_URL のものに変更しました。`);
  }
  const still = await connectError(appUrl);
  if (still)
    throw new MigrationRefused(
      `DATABASE_URL の利用者「${name}」で接続できません（${still.message}）。DATABASE_URL を確認してください。`,
    );
}
