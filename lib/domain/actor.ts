export const ROLES = ['drafter', 'approver', 'admin', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: the signed-in account as a member of the ward that its session has chosen. */
export type Actor = {
  accountId: string;
  name: string;
  wardId: string;
  /** null: all departments (an approver), or none (an admin, a viewer). */
  departmentId: string | null;
  roles: readonly Role[];
};
