/** The parts of the administration, in the order of its navigation. */
export const ADMIN_PARTS = ['users', 'departments', 'years', 'dictionary', 'audit', 'security'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

export const adminPartText: Record<AdminPart, string> = {
  users: '利用者',
  departments: '課',
  years: '年度',
  dictionary: '用字・用語',
  audit: '操作記録',
  security: 'セキュリティの記録',
};

export const adminText = {
  navigation: '管理',
  save: '保存',
  saved: '保存しました。',
  up: '上へ',
  down: '下へ',
  upKeys: { shown: 'Alt+↑', pressed: 'Alt+ArrowUp' },
  downKeys: { shown: 'Alt+↓', pressed: 'Alt+ArrowDown' },
} as const;

export type SectionName = 'home' | 'entries' | 'approvals' | 'document' | 'admin';

export const sectionText: Record<SectionName, string> = {
  home: 'ホーム',
  entries: '事業',
  approvals: '承認',
  document: '資料',
  admin: '管理',
};

export const shellText = {
  noYears: 'この区には、まだ年度がありません。',
  noYearsRemedy: '予算管理者が「管理」で年度の編成を開始すると、ここに表示されます。',
  manageYears: '年度の編成を開始',
} as const;
