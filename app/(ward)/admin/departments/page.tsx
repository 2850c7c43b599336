import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { DepartmentAdd } from '@/components/admin/department-form';
import { DepartmentTable } from '@/components/admin/department-table';
import { EmptyState } from '@/components/ui/notification-banner';
import { listDepartments } from '@/lib/server/people/department-queries';
import { departmentsText } from '@/lib/text/people/departments';

export const metadata: Metadata = { title: departmentsText.title };

export default gatedPage('department.manage', { section: 'admin' }, async (reader) => {
  const departments = await listDepartments(reader);
  const activeCount = departments.filter(({ isRetired }) => !isRetired).length;
  return (
    <AdminFrame part="departments">
      <DepartmentAdd activeCount={activeCount} />
      {departments.length === 0 ? (
        <EmptyState message={departmentsText.empty} />
      ) : (
        <DepartmentTable departments={departments} activeCount={activeCount} />
      )}
    </AdminFrame>
  );
});
