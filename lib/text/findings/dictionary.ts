import type { DictionaryRuleFields } from '@/lib/domain/findings/dictionary-rule';

export const dictionaryLabels: Record<keyof DictionaryRuleFields, string> = {
  wrong: '使わない表記',
  right: '使う表記',
  except: '指摘しない言葉',
  good: '正しい例文',
  bad: '誤りの例文',
  isUsed: '点検で使う',
};

export const dictionaryText = {
  title: '用字・用語の辞書',
  list: '用字・用語の一覧',
  lead: '事業と資料の文の点検に使います。使わない表記は「確認」として示され、提出を妨げません。',
  state: '状態',
  operations: '操作',
  used: '使用中',
  unused: '使わない',
  count: (count: number): string => `${count}件`,
  add: '表記を追加',
  addTitle: '表記の追加',
  edit: '変更',
  editTitle: (right: string): string => `「${right}」の変更`,
  listSupport: 'いくつかあるときは「、」で区切ります。',
  exceptSupport: '使わない表記を含むが正しい言葉です。法律の名前など。「、」で区切ります。',
  goodSupport: 'この表記が指摘してはならない文です。保存するときに確かめます。',
  badSupport: 'この表記が指摘しなければならない文です。保存するときに確かめます。',
  added: (right: string): string => `「${right}」を追加しました。`,
  saved: (right: string): string => `「${right}」を保存しました。`,
} as const;
