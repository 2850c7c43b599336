// npm run user:create -- --ward 271071 --ward-name 港区 --login-id admin --name 予算管理者
// Makes a ward's administrator, and the ward where there is none yet, as the owner: nobody on the screens did it. Everybody else
// is added there.

import { parseArgs } from 'node:util';
import type pg from 'pg';
import { v7 as newId } from 'uuid';
import { isBlank } from '@/lib/domain/blank';
import { cleanLine } from '@/lib/domain/clean-text';
import { INITIAL_PASSWORD_DAYS, LOGIN_ID, normalizeLoginId } from '@/lib/domain/people/user';
import { connect } from '@/lib/server/database/connection';
import { hashPassword, initialPassword } from '@/lib/server/sign-in/passwords';
import { databaseErrorText } from './database-error';

const WARD_CODE = /^\d{6}$/;
const USAGE = `使い方: npm run user:create -- --ward 271071 --ward-name 港区 --login-id admin --name 予算管理者
  --ward       区のコード（6桁の数字）
  --ward-name  区の名前（区がまだないときだけ）
  --login-id   ログインに使うID（半角の英小文字、数字、. _ - の3～40文字）
  --name       画面に出す名前`;

class Refused extends Error {}

function readArguments() {
  const option = { type: 'string' } as const;
  const options = { ward: option, 'ward-name': option, 'login-id': option, name: option };
  const { values } = parseArgs({ options, strict: true });
  const loginId = normalizeLoginId(values['login-id'] ?? '');
  const name = cleanLine(values.name ?? '').trim();
  if (!values.ward || !WARD_CODE.test(values.ward) || !LOGIN_ID.test(loginId) || isBlank(name))
    throw new Refused(USAGE);
  return { code: values.ward, wardName: cleanLine(values['ward-name'] ?? '').trim(), loginId, name };
}

async function findOrCreateWard(client: pg.Client, code: string, name: string): Promise<string> {
  const { rows } = await client.query('SELECT id FROM ward WHERE code = $1', [code]);
  const [found] = rows as { id: string }[];
  if (found) return found.id;
  if (isBlank(name)) throw new Refused('この区はまだありません。--ward-name で区の名前を指定してください。');
  const id = newId();
  await client.query('INSERT INTO ward (id, code, name) VALUES ($1, $2, $3)', [id, code, name]);
  return id;
}

async function createAdministrator(client: pg.Client): Promise<void> {
  const { code, wardName, loginId, name } = readArguments();
  const password = initialPassword();
  const wardId = await findOrCreateWard(client, code, wardName);
  const accountId = newId();
  const added = await client.query(
    `INSERT INTO account (id, login_id, name, password_hash, home_ward_id, initial_password_until)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) ON CONFLICT (login_id) DO NOTHING`,
    [accountId, loginId, name, await hashPassword(password), wardId, INITIAL_PASSWORD_DAYS],
  );
  if (added.rowCount !== 1) throw new Refused(`ID「${loginId}」は使われています。`);
  const membershipId = newId();
  await client.query(`INSERT INTO membership (ward_id, id, account_id, roles) VALUES ($1, $2, $3, '{admin}')`, [
    wardId,
    membershipId,
    accountId,
  ]);
  await client.query(
    `INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, subject_name, after, actor_name, actor_role)
     VALUES ($1, $2, 'user.add', 'membership', $3, $4, $5, 'user:create', 'operator')`,
    [wardId, newId(), membershipId, name, { loginId, name, departmentId: null, roles: 'admin' }],
  );
  await client.query(
    `INSERT INTO security_event (id, ward_id, kind, account_id, operation, roles_after)
     VALUES ($1, $2, 'roles_changed', $3, 'user.add', '{admin}')`,
    [newId(), wardId, accountId],
  );
  console.log(`予算管理者を作成しました。\n  ID            ${loginId}\n  初期パスワード  ${password}`);
  console.log(`初期パスワードは、ここに一度だけ表示します。${INITIAL_PASSWORD_DAYS}日以内にログインして変更します。`);
}

let client: pg.Client | undefined;
try {
  readArguments();
  client = await connect(process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL);
  await client.query('BEGIN');
  await createAdministrator(client);
  await client.query('COMMIT');
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error;
  console.error(error instanceof Refused ? error.message : isUsage ? USAGE : (databaseErrorText(error) ?? error));
  process.exitCode = 1;
} finally {
  await client?.end().catch(() => undefined);
}
