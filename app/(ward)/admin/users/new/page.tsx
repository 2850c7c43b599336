import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AddUserForm } from '@/components/admin/add-user-form';
import { AdminFrame } from '@/components/admin/admin-frame';
import { listDepartmentOptions } from '@/lib/server/people/user-queries';
import { usersText } from '@/lib/text/people/users';

export const metadata: Metadata = { title: usersText.addTitle };

export default gatedPage('user.manage', { section: 'admin' }, async (reader) => (
  <AdminFrame part="users">
    <AddUserForm departments={await listDepartmentOptions(reader)} />
  </AdminFrame>
));
