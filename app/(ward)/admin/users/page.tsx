import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UserTable } from '@/components/admin/user-table';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { listUsers } from '@/lib/server/user-queries';
import { countOfPeople, usersText } from '@/lib/text/users';

export const metadata: Metadata = { title: usersText.title };

export default gatedPage('user.manage', { section: 'admin' }, async (reader) => {
  const users = await listUsers(reader);
  return (
    <AdminFrame part="users">
      <PageHeader
        title={usersText.title}
        meta={countOfPeople(users.length)}
        actions={
          <ButtonLink href="/admin/users/new" variant="primary">
            {usersText.add}
          </ButtonLink>
        }
      />
      <UserTable users={users} />
    </AdminFrame>
  );
});
