// npm run audit:verify [-- --until 2026-11-24T09:00:00.000Z]
// Names what contradicts in the histories, and prints one value for all of them as they stood at that time (a minute ago).

import { parseArgs } from 'node:util';
import type pg from 'pg';
import { connect } from '@/lib/server/database/connection';
import { digestAudit } from '@/lib/server/history/audit-digest';
import { type AuditFinding, verifyAudit } from '@/lib/server/history/audit-verify';
import { databaseErrorText } from './database-error';

const WORDS: Record<AuditFinding['code'], string> = {
  step_changed: '履歴が書き換えられています',
  step_missing: '履歴が欠けています',
  step_disordered: '履歴の版または時刻の順序が正しくありません',
  step_differs: '履歴の変更前の内容が、それまでの履歴と異なります',
  last_step_missing: '最新の履歴が欠けているか、事業の版と異なります',
  entry_missing: '履歴にある事業が消えています',
  entry_differs: '事業の内容または最終更新者が最新の履歴と異なります',
  authors_differ: '事業の起案者または最終編集者が履歴と異なります',
  contributors_differ: '事業を編集または提出した人が履歴と異なります',
  approval_differs: '事業の承認の有無が履歴と異なります',
  log_changed: '操作記録が書き換えられています',
  log_missing: '操作記録が欠けています',
  log_disordered: '操作記録の時刻の順序が正しくありません',
  log_differs: '操作記録の変更前の内容が、それまでの操作記録と異なります',
  log_restarted: '操作記録の途中に、設定の始まりが書かれています',
  setting_differs: '設定の内容が操作記録と異なります',
  setting_unrecorded: '操作記録にない設定があります',
  setting_missing: '操作記録にある設定が消えています',
  edition_differs: '公表した版の内容、ファイルまたは金額が、公表したときの記録と異なります',
  edition_unrecorded: '操作記録にない版があります',
  edition_missing: '公表した版が消えています',
};

const SUBJECTS: Record<string, string> = {
  entry: '事業',
  fiscal_year: '年度',
  category_year: '経費区分',
  department: '課',
  membership: '利用者の所属',
  document: '資料',
  edition: '版',
};

/** Of an entry it is its step, of everything else the row of the ward's log. */
const numberOf = ({ subject, sequence }: AuditFinding): string => {
  if (sequence === null) return '';
  return subject === 'entry' ? ` 版 ${sequence}` : ` 操作記録 ${sequence}`;
};

const USAGE = '使い方: npm run audit:verify -- --until 2026-11-24T09:00:00.000Z';

/** undefined: not to be understood. */
function readUntil(): Date | null | undefined {
  try {
    const { until } = parseArgs({ options: { until: { type: 'string' } } }).values;
    const date = until === undefined ? null : new Date(until);
    return date && Number.isNaN(date.getTime()) ? undefined : date;
  } catch {
    return undefined;
  }
}

async function isUntouched(client: pg.Client, asked: Date | null): Promise<boolean> {
  const findings = await verifyAudit(client);
  for (const finding of findings) {
    const { code, wardCode, subject, subjectId } = finding;
    const about = [SUBJECTS[subject], subjectId].filter(Boolean).join(' ');
    console.log(`${WORDS[code]}: 区 ${wardCode ?? '不明'} ${about}${numberOf(finding)}`);
  }
  console.log(findings.length === 0 ? '履歴に異常はありません。' : `${findings.length}件の異常があります。`);
  const { chains, digest, until } = await digestAudit(client, asked);
  console.log(`履歴の要約値: ${digest}（事業${chains}件、--until ${until.toISOString()}）`);
  return findings.length === 0;
}

const asked = readUntil();
if (asked === undefined) {
  console.error(USAGE);
  process.exit(1);
}
try {
  // Every step is read once, in its order: to look each of them up again takes a third longer.
  const client = await connect(process.env.DATABASE_URL, { enable_nestloop: 'off' });
  process.exitCode = (await isUntouched(client, asked).finally(() => client.end())) ? 0 : 1;
} catch (error) {
  console.error(databaseErrorText(error) ?? error);
  process.exitCode = 1;
}
