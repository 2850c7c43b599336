import type { AuditSubject } from '@/lib/domain/history/audit';

export const auditFilterText = {
  filters: '操作記録の絞り込み',
  keyword: '操作者・対象の名前',
  kind: '種類',
  noneFound: '条件に合う記録はありません。',
} as const;

export const auditSubjectText: Record<AuditSubject, string> = {
  entry: '事業',
  fiscal_year: '年度',
  category_year: '経費区分',
  department: '課',
  membership: '利用者',
  document: '資料の書出し',
  edition: '資料の公表',
  dictionary_rule: '用字・用語',
  ward: '区の設定',
  security_event: 'セキュリティの記録',
};
