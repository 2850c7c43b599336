import type { Role } from '@/lib/domain/actor';

export const roleText: Record<Role, string> = {
  drafter: '起案者',
  approver: '承認者',
  admin: '予算管理者',
  viewer: '閲覧者',
};

/** Stands for last year's amount where there was none. */
export const newProject = '新規';

/** In the place of a name: nobody of the ward did it. */
export const imported = '公表資料から登録';

/** What stands in the annex and in no entry. */
export const annexText = 'その他の事業の計（別紙掲載）';

/** What can still change: 前年度（見込み）. */
export const expectedText = (name: string): string => `${name}（見込み）`;

/** What a year prints. */
export const documentKindText = { document: '資料', annex: '別紙（事業一覧）' } as const;
