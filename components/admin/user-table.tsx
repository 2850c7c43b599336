import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { SummaryList } from '@/components/ui/summary-list';
import { ROLES } from '@/lib/domain/actor';
import type { Choice } from '@/lib/domain/choice';
import { NO_DEPARTMENT, USER_STATES, type UserDetail, type UserFilter, type UserRow } from '@/lib/domain/people/user';
import { paths, userPath } from '@/lib/routes';
import { formatEraDateTime } from '@/lib/text/format';
import { usersText } from '@/lib/text/people/users';
import { roleText } from '@/lib/text/terms';
import { FilterForm } from './filter-form';

type State = Pick<UserRow, 'isDisabled' | 'mustChangePassword' | 'isHomeWard'>;

/** In words: whether the account can be used, and what is special about it. */
export function UserState({ user }: { user: State }) {
  const words = [
    user.isDisabled ? usersText.disabled : usersText.active,
    user.mustChangePassword && !user.isDisabled && usersText.mustChange,
    !user.isHomeWard && usersText.guest,
  ];
  return words.filter(Boolean).join('・');
}

/** What isn't changed here: fixed values stand as text. */
export function UserFacts({ user }: { user: UserDetail }) {
  return (
    <>
      {!user.isHomeWard && (
        <NotificationBanner kind="info" title={usersText.guestNote(user.homeWardName)} className="mb-4" />
      )}
      <SummaryList
        rows={[
          { term: usersText.loginId, value: user.loginId },
          { term: usersText.state, value: <UserState user={user} /> },
          ...(user.initialPasswordUntil
            ? [{ term: usersText.initialUntil, value: formatEraDateTime(user.initialPasswordUntil) }]
            : []),
          {
            term: usersText.lastSignIn,
            value: user.lastSignInAt ? formatEraDateTime(user.lastSignInAt) : usersText.never,
          },
          { term: usersText.sessions, value: usersText.sessionCount(user.sessionCount) },
        ]}
      />
    </>
  );
}

type UserFiltersProps = { filter: UserFilter; departments: readonly Choice[] };

export function UserFilters({ filter, departments }: UserFiltersProps) {
  return (
    <FilterForm
      action={paths.users}
      label={usersText.filters}
      fields={[
        {
          name: 'department',
          label: usersText.department,
          options: [...departments, { id: NO_DEPARTMENT, name: usersText.noDepartment }],
        },
        { name: 'role', label: usersText.roles, options: ROLES.map((role) => ({ id: role, name: roleText[role] })) },
        { name: 'state', label: usersText.state, options: USER_STATES.map((id) => ({ id, name: usersText[id] })) },
      ]}
      values={filter}
    />
  );
}

const COLUMNS = ['name', 'loginId', 'department', 'roles', 'state', 'lastSignIn'] as const;

export function UserTable({ users }: { users: readonly UserRow[] }) {
  return (
    <DataTable caption={usersText.list} stickyHead>
      <ColumnHeads columns={COLUMNS} labels={usersText} />
      <tbody>
        {users.map((user) => (
          <tr key={user.membershipId}>
            <th scope="row">
              <a href={userPath(user.membershipId)} className="link">
                {user.name}
              </a>
            </th>
            <td className="nowrap">{user.loginId}</td>
            <td>{user.departmentName ?? usersText.noDepartment}</td>
            <td>{user.roles.map((role) => roleText[role]).join('・')}</td>
            <td className="nowrap">
              <UserState user={user} />
            </td>
            <td className="meta">{user.lastSignInAt ? formatEraDateTime(user.lastSignInAt) : usersText.never}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
