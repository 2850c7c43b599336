import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { UserRow } from '@/lib/domain/user';
import { formatEraDateTime } from '@/lib/text/format';
import { roleText } from '@/lib/text/terms';
import { usersText } from '@/lib/text/users';
import { UserState } from './user-state';

const COLUMNS = ['name', 'loginId', 'department', 'roles', 'state', 'lastSignIn'] as const;

export function UserTable({ users }: { users: readonly UserRow[] }) {
  return (
    <DataTable caption={usersText.list} stickyHead>
      <ColumnHeads columns={COLUMNS} labels={usersText} />
      <tbody>
        {users.map((user) => (
          <tr key={user.membershipId}>
            <th scope="row">
              <a href={`/admin/users/${user.membershipId}`} className="link">
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
