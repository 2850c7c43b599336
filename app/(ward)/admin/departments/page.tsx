import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { DepartmentAdd } from '@/components/admin/department-add';
import { DepartmentTable } from '@/components/admin/department-table';
import { EmptyState } from '@/components/ui/notification-banner';
import { currentYear } from '@/lib/domain/year/ward-years';
import { countWardApprovers, listDepartments } from '@/lib/server/people/department-queries';
import { getShell } from '@/lib/server/people/shell-queries';
import { departmentsText } from '@/lib/text/people/departments';

export const metadata: Metadata = { title: departmentsText.title };

export default gatedPage('department.manage', { section: 'admin' }, async (reader) => {
  const year = currentYear((await getShell(reader)).years);
  const [departments, wardApprovers] = await Promise.all([listDepartments(reader, year), countWardApprovers(reader)]);
  const shown = { departments, year, wardApprovers };
  return (
    <AdminFrame part="departments">
      <DepartmentAdd {...shown} />
      {departments.length === 0 ? <EmptyState message={departmentsText.empty} /> : <DepartmentTable {...shown} />}
    </AdminFrame>
  );
});
