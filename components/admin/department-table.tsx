'use client';

import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { Amount } from '@/components/entry/amount';
import { NoticeBanner, noticeText } from '@/components/form/problem-banner';
import type { Notice } from '@/components/form/use-action';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { Icon } from '@/components/ui/icons';
import { StatusRegion } from '@/components/ui/status-region';
import { LISTED, type StatusFilter } from '@/lib/domain/entry/entry-filter';
import { activeCountOf, type DepartmentRow, lacksApprover } from '@/lib/domain/people/department';
import { entryListHref, usersHref } from '@/lib/list-routes';
import { departmentsText, departmentsText as text } from '@/lib/text/people/departments';
import { uiText } from '@/lib/text/ui';
import { DepartmentRename } from './department-form';
import { DepartmentMenu } from './department-menu';
import { type DepartmentCommands, departmentMenuId, useDepartments } from './use-departments';

/** A count leads to what is counted. */
function Count({ count, label, href }: { count: number; label: string; href: string }) {
  if (count === 0) return count;
  return (
    <a href={href} className="link" aria-label={`${label} ${count}`}>
      {count}
    </a>
  );
}

export function NoApprover({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-1 align-bottom font-bold whitespace-nowrap text-orange-900">
      <Icon name="warning" />
      {children}
    </span>
  );
}

type FiguresProps = { department: DepartmentRow; year: number | undefined; wardApprovers: number };

function Figures({ department, year, wardApprovers }: FiguresProps) {
  const { id, name, drafterCount, approverCount, entryCount, approvedCount, blankCount, amount } = department;
  const of = (label: string) => `${name} ${label}`;
  const entries = (count: number, label: string, status: StatusFilter | null = null) =>
    year ? <Count count={count} label={of(label)} href={entryListHref(year, { department: id, status })} /> : count;
  return (
    <>
      <td className="num">
        <Count
          count={drafterCount}
          label={of(text.drafters)}
          href={usersHref({ department: id, role: 'drafter', state: 'active' })}
        />
      </td>
      <td className="num">
        {lacksApprover(department, wardApprovers) ? (
          <NoApprover>{text.noApprover}</NoApprover>
        ) : (
          <Count
            count={approverCount}
            label={of(text.approvers)}
            href={usersHref({ department: id, role: 'approver', state: 'active' })}
          />
        )}
      </td>
      <td className="num">{entries(entryCount, text.entryCount)}</td>
      <td className="num">{entries(approvedCount, text.approved, LISTED.approved)}</td>
      <td className="num">
        {blankCount > 0 && <span className="text-dns-14N-130">{text.incomplete} </span>}
        {(amount !== 0 || blankCount === 0) && <Amount value={amount} />}
      </td>
    </>
  );
}

type DepartmentTableRowProps = FiguresProps & {
  place: number;
  activeCount: number;
  commands: DepartmentCommands;
};

/** A 課, and below it what is being done with it. */
export function DepartmentTableRow({ place, activeCount, commands, ...figures }: DepartmentTableRowProps) {
  const { department } = figures;
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
    document.getElementById(departmentMenuId(department.id))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.nativeEvent.isComposing || department.isRetired) return;
    const isUp = event.key === 'ArrowUp';
    if (!isUp && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (isUp ? place > 1 : place < activeCount) commands.move(department, place, isUp ? 'up' : 'down');
  };

  return (
    <>
      <tr onKeyDown={onKeyDown}>
        <td className="num">{department.isRetired ? text.retired : place}</td>
        <th scope="row">{department.name}</th>
        <Figures {...figures} />
        <td>
          <DepartmentMenu
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
          <td colSpan={COLUMNS.length}>
            {banner && <NoticeBanner notice={banner} className="my-1" />}
            {isRenaming && <DepartmentRename department={department} onClose={closeRename} />}
          </td>
        </tr>
      )}
    </>
  );
}

const COLUMNS = ['place', 'name', 'drafters', 'approvers', 'entryCount', 'approved', 'amount', 'operations'] as const;
const NUMERIC = ['place', 'drafters', 'approvers', 'entryCount', 'approved', 'amount'] as const;
const LABELS = { ...text, operations: uiText.operations };

export type DepartmentTableProps = {
  departments: readonly DepartmentRow[];
  /** Whose entries are counted; left out: the ward has no year yet. */
  year: number | undefined;
  /** Who approve for all 課. */
  wardApprovers: number;
};

/** In the order of all lists; retired ones, which no list offers, at the end. */
export function DepartmentTable({ departments, ...asked }: DepartmentTableProps) {
  const commands = useDepartments(departments);
  return (
    <>
      <StatusRegion className="sr-only">{commands.spoken && noticeText(commands.spoken)}</StatusRegion>
      <DataTable caption={departmentsText.list} className="department-table">
        <ColumnHeads columns={COLUMNS} labels={LABELS} numeric={NUMERIC} />
        <tbody>
          {departments.map((department, index) => (
            <DepartmentTableRow
              key={department.id}
              department={department}
              place={index + 1}
              activeCount={activeCountOf(departments)}
              commands={commands}
              {...asked}
            />
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
