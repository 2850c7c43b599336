import { useRouter } from 'next/navigation';
import { editDepartmentAction } from '@/lib/actions/departments';
import type { DepartmentRow } from '@/lib/domain/department';
import { succeed } from '@/lib/domain/result';
import { adminText } from '@/lib/text/admin';
import { departmentDone, departmentsText } from '@/lib/text/departments';
import { DepartmentNameForm } from './department-name-form';
import type { Notice } from './use-command';

type DepartmentRenameProps = {
  department: DepartmentRow;
  expected: () => { departmentId: string; version: number };
  onClose: (result: Notice | null) => void;
};

/** After a conflict the list shows the newest name and the field what was typed; saving again then decides for it. */
export function DepartmentRename({ department, expected, onClose }: DepartmentRenameProps) {
  const router = useRouter();
  const isUnchanged = (name: string) => name.trim() === department.name;
  return (
    <DepartmentNameForm
      title={departmentsText.renameTitle(department.name)}
      prefix={`rename-${department.id}`}
      name={department.name}
      submit={{ label: adminText.save, variant: 'secondary' }}
      send={async (typed) =>
        isUnchanged(typed.name) ? succeed(undefined) : editDepartmentAction({ ...expected(), ...typed })
      }
      onDone={(name) => {
        onClose(isUnchanged(name) ? null : { kind: 'success', text: departmentDone.renamed(name) });
        router.refresh();
      }}
      onFailure={({ code }) => {
        if (code === 'conflict') router.refresh();
      }}
      onCancel={() => onClose(null)}
    />
  );
}
