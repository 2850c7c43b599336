import type { SecurityEventKind, SecurityEventRow, SecurityFilter } from '@/lib/domain/history/security-event';
import type { ErrorCode } from '@/lib/domain/result';
import { errorText } from '@/lib/text/errors';
import { formatCount, formatEraDateTime, formatStamp } from '@/lib/text/format';
import { roleText } from '@/lib/text/terms';
import { filterText } from '@/lib/text/ui';
import { auditOperationText } from './audit';

export const securityText = {
  title: 'セキュリティの記録',
  olderTitle: 'セキュリティの記録（以前の記録）',
  list: 'セキュリティの記録の一覧',
  filters: '記録の絞り込み',
  at: '日時',
  kind: '種類',
  person: '対象の人',
  name: '氏名',
  loginId: 'ID',
  times: '回数',
  actor: '操作者',
  detail: '内容',
  address: '接続元IPアドレス',
  empty: '記録はまだありません。',
  noneFound: '条件に合う記録はありません。条件を変えて、もう一度絞り込んでください。',
  download: 'CSVを書き出す',
  none: '－',
  otherKind: 'その他',
  noRoles: 'なし',
} as const;

export const securityKindText: Record<SecurityEventKind, string> = {
  sign_in: 'ログイン',
  sign_in_failed: 'ログインの失敗',
  sign_in_locked: 'ログインの一時停止',
  attempt_while_locked: '一時停止中の試行',
  sign_out: 'ログアウト',
  session_revoked: 'ログインの強制終了',
  ward_chosen: '区の切替え',
  password_changed: 'パスワードの変更',
  password_change_failed: 'パスワード変更の失敗',
  password_reset: 'パスワードの再設定',
  roles_changed: '役割の変更',
  account_disabled: 'アカウントの停止',
  account_enabled: 'アカウントの再開',
  operation_refused: '操作の拒否',
  events_purged: '保存期間を過ぎた記録の削除',
};

const isKind = (kind: string): kind is SecurityEventKind => Object.hasOwn(securityKindText, kind);
const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorText, code);

export const kindText = (kind: string): string => (isKind(kind) ? securityKindText[kind] : securityText.otherKind);

/** 氏名（ログインID） */
export const personText = ({ accountName, loginId }: SecurityEventRow): string =>
  accountName && loginId ? `${accountName}（${loginId}）` : (accountName ?? loginId ?? securityText.none);

const rolesText = (roles: SecurityEventRow['rolesBefore']): string =>
  roles.map((role) => roleText[role]).join('・') || securityText.noRoles;

function whatText({ kind, operation, code, rolesBefore, rolesAfter, until }: SecurityEventRow): string | null {
  if (kind === 'roles_changed') return `${rolesText(rolesBefore)} → ${rolesText(rolesAfter)}`;
  if (kind === 'events_purged' && until) return `${formatEraDateTime(until)}より前`;
  if (kind !== 'operation_refused' || !operation) return null;
  const reason = code && isCode(code) ? errorText[code].split('。')[0] : null;
  return reason ? `${auditOperationText(operation)}（${reason}）` : auditOperationText(operation);
}

export function securityDetailText(row: SecurityEventRow): string {
  const isCounted = row.count !== 1 || row.kind === 'events_purged';
  const count = isCounted ? `${formatCount(row.count)}${row.kind === 'events_purged' ? '件' : '回'}` : null;
  return [whatText(row), count].filter(Boolean).join(' ') || securityText.none;
}

export const securityFilterText = ({ kind, person, from, to }: SecurityFilter, personName?: string): string =>
  [kind && securityKindText[kind], person && (personName ?? person), (from || to) && `${from ?? ''}～${to ?? ''}`]
    .filter(Boolean)
    .join('、') || filterText.all;

export const securityColumns: readonly string[] = [
  securityText.at,
  securityText.kind,
  securityText.name,
  securityText.loginId,
  securityText.detail,
  securityText.times,
  securityText.actor,
  securityText.address,
];

/** A line of the export. */
export const securityCells = (row: SecurityEventRow): string[] => [
  formatStamp(row.at),
  kindText(row.kind),
  row.accountName ?? '',
  row.loginId ?? '',
  whatText(row) ?? '',
  `${row.count}`,
  row.actorName ?? '',
  row.address ?? '',
];
