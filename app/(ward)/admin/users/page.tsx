import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UserTable } from '@/components/admin/user-table';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { paths } from '@/lib/routes';
import { listUsers } from '@/lib/server/people/user-queries';
import { countOfPeople, usersText } from '@/lib/text/people/users';

export const metadata: Metadata = { title: usersText.title };

export default gatedPage('user.manage', { section: 'admin' }, async (reader) => {
  const users = await listUsers(reader);
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
      <UserTable users={users} />
    </AdminFrame>
  );
});
