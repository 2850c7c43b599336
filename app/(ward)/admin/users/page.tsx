import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UserFilters, UserTable } from '@/components/admin/user-table';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notification-banner';
import { NO_DEPARTMENT, userFilterOf } from '@/lib/domain/people/user';
import { paths } from '@/lib/routes';
import { listDepartmentOptions, listUsers } from '@/lib/server/people/user-queries';
import { countOfPeople, usersText } from '@/lib/text/people/users';

export const metadata: Metadata = { title: usersText.title };

export default gatedPage('user.manage', { section: 'admin' }, async (reader, _params, query) => {
  const filter = userFilterOf(query);
  const [users, departments] = await Promise.all([
    listUsers(reader, filter),
    listDepartmentOptions(reader, filter.department === NO_DEPARTMENT ? null : filter.department),
  ]);
  return (
    <AdminFrame part="users">
      <PageHeader
        title={usersText.title}
        meta={countOfPeople(users.length)}
        actions={
          <ButtonLink href={paths.newUser} variant="primary">
            {usersText.add}
          </ButtonLink>
        }
      />
      <UserFilters filter={filter} departments={departments} />
      {users.length === 0 ? <EmptyState message={usersText.noneFound} /> : <UserTable users={users} />}
    </AdminFrame>
  );
});
