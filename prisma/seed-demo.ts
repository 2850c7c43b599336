import type { Role } from '@/lib/domain/actor';

/** Demonstration data, marked so in the database: neither the 課 nor the accounts are the ward's real ones. */
export const DEMO_DEPARTMENTS = ['総務課', '保健福祉課', '協働まちづくり推進課', '窓口サービス課'] as const;
export type DemoDepartment = (typeof DEMO_DEPARTMENTS)[number];

/** Which 課 the demonstration gives each project to, by a word of its name. The document does not say. */
export const departmentOf = (entryName: string): DemoDepartment =>
  /児童/.test(entryName) ? '保健福祉課' : '協働まちづくり推進課';

type DemoMember = { role: Role; loginId: string; name: string; department: DemoDepartment | null; roles: Role[] };

/** Named by role; the first of each role is the one that examples use. */
export const DEMO_MEMBERS: DemoMember[] = [
  { role: 'drafter', loginId: 'drafter', name: '保健福祉課 起案者', department: '保健福祉課', roles: ['drafter'] },
  {
    role: 'drafter',
    loginId: 'drafter2',
    name: '協働まちづくり推進課 起案者',
    department: '協働まちづくり推進課',
    roles: ['drafter'],
  },
  { role: 'approver', loginId: 'approver', name: '保健福祉課 承認者', department: '保健福祉課', roles: ['approver'] },
  { role: 'approver', loginId: 'approver2', name: '全課 承認者', department: null, roles: ['approver'] },
  { role: 'admin', loginId: 'admin', name: '総務課 予算管理者', department: '総務課', roles: ['admin'] },
  { role: 'viewer', loginId: 'viewer', name: '閲覧者', department: null, roles: ['viewer'] },
];

/** A second ward with one account and one entry. It exists to prove that wards don't see each other. */
export const SECOND_WARD = {
  code: '271080',
  name: '大正区',
  department: '総務課',
  category: '区長自由経費',
  entry: '（見本）大正区の事業',
  member: {
    role: 'admin',
    loginId: 'taisho-admin',
    name: '大正区 予算管理者',
    roles: ['admin', 'drafter'] satisfies Role[],
  },
} as const;

export const DEMO_WARD = { code: '271071', name: '港区' } as const;
