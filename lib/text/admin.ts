/** The parts of the administration, in the order of its navigation. */
export const ADMIN_PARTS = ['users', 'departments', 'years', 'audit', 'security'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export const adminPartText: Record<AdminPart, string> = {
  users: '利用者',
  departments: '課',
  years: '年度',
  audit: '操作記録',
  security: 'セキュリティの記録',
};

export const adminText = {
  navigation: '管理',
  save: '保存',
  saved: '保存しました。',
  up: '上へ',
  down: '下へ',
} as const;
