'use client';

import { noticeText } from '@/components/form/notice-banner';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { StatusRegion } from '@/components/ui/status-region';
import type { DepartmentRow } from '@/lib/domain/department';
import { departmentsText } from '@/lib/text/departments';
import { DepartmentTableRow } from './department-table-row';
import { useDepartments } from './use-departments';

const COLUMNS = ['name', 'members', 'openEntries', 'state', 'operations'] as const;
const NUMERIC = ['members', 'openEntries'] as const;

type DepartmentTableProps = { departments: readonly DepartmentRow[]; activeCount: number };

/** In the order of all lists; retired ones, which no list offers, at the end. */
export function DepartmentTable({ departments, activeCount }: DepartmentTableProps) {
  const commands = useDepartments(departments);
  return (
    <>
      <StatusRegion className="sr-only">{commands.spoken && noticeText(commands.spoken)}</StatusRegion>
      <DataTable caption={departmentsText.list}>
        <ColumnHeads columns={COLUMNS} labels={departmentsText} numeric={NUMERIC} />
        <tbody>
          {departments.map((department, index) => (
            <DepartmentTableRow
              key={department.id}
              department={department}
              place={index + 1}
              activeCount={activeCount}
              columnCount={COLUMNS.length}
              commands={commands}
            />
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
