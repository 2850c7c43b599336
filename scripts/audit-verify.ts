import pg from 'pg';
import { verifyAudit } from '@/lib/server/audit-verify';

const WORDS = {
  revision_changed: '履歴が書き換えられています',
  revision_missing: '履歴が欠けています',
  last_revision_missing: '最新の履歴が欠けています',
  entry_differs: '事業の内容が最新の履歴と異なります',
};

const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const broken = await verifyAudit(client).finally(() => client.end());
for (const { code, wardCode, entryId, version } of broken) {
  console.log(`${WORDS[code]}: 区 ${wardCode} 事業 ${entryId} 版 ${version}`);
}
console.log(broken.length === 0 ? '履歴に異常はありません。' : `${broken.length}件の異常があります。`);
process.exitCode = broken.length === 0 ? 0 : 1;
