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
