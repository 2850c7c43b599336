import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import { isId } from '@/lib/domain/inputs';
import {
  NO_DEPARTMENT,
  NO_USER_FILTER,
  USER_ACTIONS,
  type UserAction,
  type UserDetail,
  type UserFilter,
  type UserRow,
} from '@/lib/domain/people/user';
import { may } from '@/lib/domain/permissions';
import { db, sql } from '@/lib/server/database/db';
import { env } from '@/lib/server/database/env';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { AccountModel, MembershipModel } from '@/lib/server/generated/models';
import { lastChanges } from '@/lib/server/history/audit';

type Row = Selected<Selected<UserRow, AccountModel, 'loginId' | 'name'>, MembershipModel, 'roles'>;

/** The newest entrance into this ward that is on record. Sign-ins into other wards are theirs. */
export const listUsers = (
  reader: Reader,
  { department, role, state }: UserFilter = NO_USER_FILTER,
): Promise<UserRow[]> =>
  db.rows<Row>(sql`
    SELECT m.id AS "membershipId", a.login_id AS "loginId", a.name, d.name AS "departmentName", m.roles,
      a.disabled_at IS NOT NULL AS "isDisabled", a.must_change_password AND NOT a.is_demo AS "mustChangePassword",
      a.home_ward_id = m.ward_id AS "isHomeWard", greatest(
        (SELECT max(at) FROM security_event e WHERE e.ward_id = m.ward_id AND e.account_id = a.id AND e.kind = 'sign_in'),
        (SELECT max(at) FROM security_event e WHERE e.ward_id = m.ward_id AND e.account_id = a.id AND e.kind = 'ward_chosen')) AS "lastSignInAt"
    FROM membership m
    JOIN account a ON a.id = m.account_id
    LEFT JOIN department d ON d.ward_id = m.ward_id AND d.id = m.department_id
    WHERE m.ward_id = ${reader.wardId} AND (${role}::text IS NULL OR ${role} = ANY (m.roles))
      AND (${state}::text IS NULL OR (a.disabled_at IS NULL) = (${state} = 'active'))
      AND (${department}::text IS NULL OR coalesce(m.department_id::text, ${NO_DEPARTMENT}) = ${department})
    ORDER BY a.disabled_at IS NOT NULL, d.sort_order NULLS FIRST, a.login_id`);

type Detail = Omit<UserDetail, 'availableActions' | 'lastChange' | 'isSelf'> & {
  accountId: string;
  homeWardId: string;
};
type DetailRow = Selected<
  Selected<Detail, AccountModel, 'loginId' | 'name' | 'homeWardId' | 'initialPasswordUntil'>,
  MembershipModel,
  'roles' | 'version' | 'accountId' | 'departmentId'
>;

function availableActions(
  reader: Reader,
  { accountId, homeWardId, isDisabled, sessionCount }: DetailRow,
): UserAction[] {
  const target = { wardId: reader.wardId, accountId, homeWardId };
  const fits: Record<UserAction, boolean> = {
    resetPassword: true,
    endSessions: sessionCount > 0,
    disable: !isDisabled,
    enable: isDisabled,
    removeMembership: true,
  };
  return USER_ACTIONS.filter((action) => fits[action] && may(reader, `user.${action}`, target));
}

/** The member whose id a path names; undefined: the reader's ward has none such. */
export async function getUser(reader: Reader, membershipId: string | undefined): Promise<UserDetail | undefined> {
  if (!isId(membershipId)) return undefined;
  const row = await db.first<DetailRow>(sql`
    SELECT m.id AS "membershipId", m.version, a.id AS "accountId", a.login_id AS "loginId", a.name,
      m.department_id AS "departmentId", d.name AS "departmentName", m.roles, a.disabled_at IS NOT NULL AS "isDisabled",
      a.must_change_password AND NOT a.is_demo AS "mustChangePassword", a.home_ward_id AS "homeWardId",
      a.initial_password_until AS "initialPasswordUntil",
      a.home_ward_id = m.ward_id AS "isHomeWard", home.name AS "homeWardName",
      (SELECT count(*) FROM session s WHERE s.ward_id = m.ward_id AND s.account_id = a.id
        AND s.last_seen_at > now() - make_interval(mins => ${env().SESSION_IDLE_MINUTES})
        AND s.created_at > now() - make_interval(hours => ${env().SESSION_ABSOLUTE_HOURS})) AS "sessionCount",
      greatest(
        (SELECT max(at) FROM security_event e WHERE e.ward_id = m.ward_id AND e.account_id = a.id AND e.kind = 'sign_in'),
        (SELECT max(at) FROM security_event e WHERE e.ward_id = m.ward_id AND e.account_id = a.id AND e.kind = 'ward_chosen')) AS "lastSignInAt"
    FROM membership m
    JOIN account a ON a.id = m.account_id
    JOIN ward home ON home.id = a.home_ward_id
    LEFT JOIN department d ON d.ward_id = m.ward_id AND d.id = m.department_id
    WHERE m.ward_id = ${reader.wardId} AND m.id = ${membershipId}`);
  if (!row) return undefined;
  const { accountId, homeWardId: _, ...detail } = row;
  const changes = await lastChanges(reader, [membershipId]);
  return {
    ...detail,
    isSelf: accountId === reader.accountId,
    availableActions: availableActions(reader, row),
    lastChange: changes.get(membershipId) ?? null,
  };
}

/** The choices of 課; a member's own stays one of them when it is retired. */
export const listDepartmentOptions = (reader: Reader, kept: string | null = null): Promise<Choice[]> =>
  db.rows<Choice>(sql`
    SELECT id, name FROM department
    WHERE ward_id = ${reader.wardId} AND (retired_at IS NULL OR id = ${kept}) ORDER BY sort_order, name`);
