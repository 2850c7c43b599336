import type { DocumentTexts } from '@/lib/domain/year/year-settings';

/** What the document of a ward's first year says, after FY2022's. The administrator can change all of it. */
export const firstYearTexts = (wardName: string): DocumentTexts => ({
  title: `${wardName}関連予算（案）概要`,
  mark: '資料Ｄ‐１',
  draftMark: '（案）',
  totalLabel: `${wardName}役所予算`,
  personnelNote: '※ 人件費除く',
  annexNote: 'それぞれの事業別予算については、別紙をご参照ください。',
  printsMarks: true,
});

export const firstYearCategories = [
  {
    name: '区長自由経費',
    explanation: '区長自由経費は、区庁舎設備維持費や防災対策事業など、区へ財源配分され区が実施する事業の経費です。',
  },
  {
    name: '区ＣＭ自由経費',
    explanation:
      '区ＣＭ（シティ・マネージャー）自由経費は、スポーツ施設指定管理運営費や公園管理運営費など、区で調整を行いますが、局へ財源配分され局が実施する事業の経費です。',
  },
] as const;
