import { useRouter } from 'next/navigation';
import type { Notice } from '@/components/form/use-action';
import { editDepartmentAction, getDepartmentAction } from '@/lib/actions/departments';
import type { DepartmentRow } from '@/lib/domain/department';
import { succeed } from '@/lib/domain/result';
import { adminText } from '@/lib/text/admin';
import { departmentDone, departmentsText } from '@/lib/text/departments';
import { DepartmentNameForm } from './department-name-form';

type DepartmentRenameProps = {
  department: DepartmentRow;
  onClose: (result: Notice | null) => void;
};

/** After a conflict the list shows the newest name and the field what was typed; saving again then decides for it. */
export function DepartmentRename({ department, onClose }: DepartmentRenameProps) {
  const { refresh } = useRouter();
  const { id: departmentId, version, name: before } = department;
  const isUnchanged = (name: string) => name.trim() === before;
  return (
    <DepartmentNameForm
      title={departmentsText.renameTitle(before)}
      prefix={`rename-${departmentId}`}
      stored={{ version, fields: { name: before } }}
      submit={{ label: adminText.save, variant: 'secondary' }}
      send={async ({ name }, expected) =>
        isUnchanged(name) ? succeed(undefined) : editDepartmentAction({ departmentId, version: expected, name })
      }
      latest={async () => {
        const found = await getDepartmentAction(departmentId);
        if (!found?.ok) return found;
        const { version: newest, name, lastChange } = found.value;
        return succeed({ version: newest, lastChange, fields: { name } });
      }}
      onDone={(name) => {
        onClose(isUnchanged(name) ? null : { kind: 'success', text: departmentDone.renamed(name) });
        refresh();
      }}
      onConflict={refresh}
      onCancel={() => onClose(null)}
    />
  );
}
