/** The parts of the administration, in the order of its navigation. */
export const ADMIN_PARTS = ['users', 'departments', 'years', 'audit'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export const adminPartText: Record<AdminPart, string> = {
  users: '利用者',
  departments: '課',
  years: '年度',
  audit: '操作記録',
};

export const adminText = {
  navigation: '管理',
  save: '保存',
  saved: '保存しました。',
  up: '上へ',
  down: '下へ',
} as const;

/** Somebody else saved first: both versions of a field, and how to go on. */
export const overtakenText = {
  banner:
    '先に別の人が更新しました。変えていない項目は最新の内容になりました。保存すると、最新の内容がこの画面の内容に置き換わります。',
  latest: '最新の内容：',
  mine: '自分の内容：',
  use: { latest: '最新の内容を使う', mine: '自分の内容を使う' },
  of: (label: string): string => `${label}：`,
  empty: '（空欄）',
} as const;
