'use client';

import { useState } from 'react';
import { flushSync } from 'react-dom';
import { NoticeBanner, noticeText } from '@/components/form/problem-banner';
import type { Notice } from '@/components/form/use-action';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { StatusRegion } from '@/components/ui/status-region';
import type { DepartmentRow } from '@/lib/domain/people/department';
import { departmentPath } from '@/lib/routes';
import { departmentsText, departmentsText as text } from '@/lib/text/people/departments';
import { DepartmentButtons } from './department-buttons';
import { DepartmentRename } from './department-form';
import { type DepartmentCommands, departmentButtonId, useDepartments } from './use-departments';

type DepartmentTableRowProps = {
  department: DepartmentRow;
  place: number;
  activeCount: number;
  columnCount: number;
  commands: DepartmentCommands;
};

/** Those in the way of closing it lead to where they can be handed over. */
function OpenEntries({ id, openEntryCount }: DepartmentRow) {
  if (openEntryCount === 0) return text.entries(0);
  return (
    <a href={departmentPath(id)} className="link">
      {text.entries(openEntryCount)}
    </a>
  );
}

/** A 課, and below it what is being done with it. */
export function DepartmentTableRow(props: DepartmentTableRowProps) {
  const { department, place, activeCount, columnCount, commands } = props;
  const [isRenaming, setIsRenaming] = useState(false);
  const banner = commands.bannerOf(department.id);

  const openRename = () => {
    commands.explain(department.id, null);
    setIsRenaming(true);
  };
  const closeRename = (result: Notice | null) => {
    flushSync(() => {
      setIsRenaming(false);
      commands.explain(department.id, result);
    });
    document.getElementById(departmentButtonId('rename', department.id))?.focus();
  };

  return (
    <>
      <tr>
        <th scope="row">{department.name}</th>
        <td className="num">{text.people(department.memberCount)}</td>
        <td className="num">
          <OpenEntries {...department} />
        </td>
        <td className="nowrap">{department.isRetired ? text.retired : text.active}</td>
        <td>
          <DepartmentButtons
            department={department}
            place={place}
            activeCount={activeCount}
            commands={commands}
            onRename={openRename}
          />
        </td>
      </tr>
      {(isRenaming || banner) && (
        <tr>
          <td colSpan={columnCount}>
            {banner && <NoticeBanner notice={banner} className="my-1" />}
            {isRenaming && <DepartmentRename department={department} onClose={closeRename} />}
          </td>
        </tr>
      )}
    </>
  );
}

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
