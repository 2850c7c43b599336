import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { EditUserForm } from '@/components/admin/edit-user-form';
import { UserActions } from '@/components/admin/user-actions';
import { UserFacts } from '@/components/admin/user-table';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { paths } from '@/lib/routes';
import { getUser, listDepartmentOptions } from '@/lib/server/people/user-queries';
import { usersText } from '@/lib/text/people/users';

export const metadata: Metadata = { title: usersText.settings };

export default gatedPage('user.manage', { section: 'admin' }, async (reader, { id }) => {
  const user = (await getUser(reader, id)) ?? notFound();
  const departments = await listDepartmentOptions(reader, user.departmentId);
  return (
    <AdminFrame part="users">
      <PageHeader title={user.name} above={<Breadcrumbs crumbs={[{ label: usersText.title, href: paths.users }]} />} />
      <UserFacts user={user} />
      <EditUserForm user={user} departments={departments} />
      <UserActions user={user} />
    </AdminFrame>
  );
});
