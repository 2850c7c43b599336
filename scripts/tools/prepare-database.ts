// Brings the database to the newest schema before the server starts, and fills an empty one with the demonstration
// where that is wanted: DATABASE_URL is the app's role, DATABASE_OWNER_URL (if another) the owner's.

import { chmodSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { type Preparation, parsePreparation } from '@/lib/server/database/env';
import { digestAudit } from '@/lib/server/history/audit-digest';
import type { DemoAccount } from '@/prisma/seed';
import { appRoleOf, ensureRole } from '../migration/app-role';
import { bringUpToDate, whilePreparing } from '../migration/migrate';
import { MigrationRefused } from '../migration/migrations';
import { isOwner } from '../migration/ownership';
import { refuseSharedConnections } from '../migration/pooling';
import { purgeEnded, purgeSecurityEvents } from './purge-expired';

/** Names may differ and the rights be the same: the catalog decides. */
async function warnOfOwner(owner: pg.Client, appRole: string | undefined): Promise<void> {
  if (!(await isOwner(owner, appRole))) return;
  const [who, remedy] = appRole
    ? [
        `利用者「${appRole}」は、所有者と同じことができます`,
        'DATABASE_URL には、所有者の権限を持たない利用者を指定してください',
      ]
    : ['所有者と同じ利用者で接続します', 'DATABASE_OWNER_URL で分けられます'];
  console.log(`注意: ${who}。履歴の保護はトリガーだけになります（${remedy}）。`);
}

function keepAccounts(accounts: DemoAccount[]): void {
  const text = JSON.stringify(accounts, null, 2);
  const file = process.env.DEMO_ACCOUNTS_FILE;
  if (!file) {
    console.log(text);
    return;
  }
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

async function prepare({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL,
  SEED_DEMO,
  SECURITY_EVENT_DAYS,
  SESSION_ABSOLUTE_HOURS,
}: Preparation): Promise<void> {
  const ownerUrl = DATABASE_OWNER_URL ?? appUrl;
  const appRole = appRoleOf(appUrl, ownerUrl);
  const ownerName = DATABASE_OWNER_URL ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  await refuseSharedConnections(ownerUrl, ownerName).catch((error) => {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new MigrationRefused(`データベースに接続できません（${error.message}）。${ownerName} を確認してください。`);
  });
  await whilePreparing(ownerUrl, async (client) => {
    if (appRole) {
      await ensureRole(client, appUrl);
      await refuseSharedConnections(appUrl, 'DATABASE_URL');
    }
    const applied = await bringUpToDate(client, appRole);
    for (const name of applied) console.log(`データベースを更新しました: ${name}`);
    const { chains, digest, until } = await digestAudit(client, null);
    if (applied.length > 0 && chains > 0)
      console.log(`履歴の要約値: ${digest}（事業${chains}件、--until ${until.toISOString()}）`);
    await purgeEnded(client, SESSION_ABSOLUTE_HOURS);
    await purgeSecurityEvents(client, SECURITY_EVENT_DAYS);
    await warnOfOwner(client, appRole);
    const wards = await client.query('SELECT 1 FROM ward LIMIT 1');
    if (wards.rowCount || !SEED_DEMO) return;
    // Five megabytes that just the first start needs.
    const { seed } = await import('@/prisma/seed');
    await seed(ownerUrl, keepAccounts);
    console.log('見本のデータを登録しました。');
  });
}

function settings(): Preparation {
  try {
    return parsePreparation(process.env);
  } catch (error) {
    throw new MigrationRefused((error as Error).message);
  }
}

try {
  await prepare(settings());
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(
    error instanceof MigrationRefused || !(error instanceof Error)
      ? reason
      : `データベースを準備できません: ${reason || (error as NodeJS.ErrnoException).code}`,
  );
  process.exit(1);
}
