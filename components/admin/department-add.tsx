'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { addDepartmentAction } from '@/lib/actions/people';
import { activeCountOf, lacksApprover } from '@/lib/domain/people/department';
import { NO_DEPARTMENT } from '@/lib/domain/people/user';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { usersHref } from '@/lib/list-routes';
import { departmentDone, departmentsText as text } from '@/lib/text/people/departments';
import { CommandNotice } from './command-notice';
import { DepartmentNameForm } from './department-form';
import { type DepartmentTableProps, NoApprover } from './department-table';

/** How many there are, and whether anybody is missing. */
function DepartmentFacts({ departments, year, wardApprovers }: DepartmentTableProps) {
  const lacking = departments.filter((department) => lacksApprover(department, wardApprovers)).length;
  return (
    <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span>{text.count(activeCountOf(departments))}</span>
      <span className="text-dns-14N-130 text-solid-gray-700">
        {text.orderSupport}
        {year && text.inYear(yearName(year))}
      </span>
      {wardApprovers > 0 && (
        <a href={usersHref({ department: NO_DEPARTMENT, role: 'approver', state: 'active' })} className="link">
          {text.wardApprovers(wardApprovers)}
        </a>
      )}
      {lacking > 0 && <NoApprover>{text.lackApprover(lacking)}</NoApprover>}
    </span>
  );
}

/** The head of the page and, below it, the form. Stays open after an addition: 課 are often entered one after another. */
export function DepartmentAdd(facts: DepartmentTableProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);

  const close = () => {
    flushSync(() => setIsAdding(false));
    opener.current?.focus();
  };

  return (
    <>
      <PageHeader
        title={text.title}
        meta={<DepartmentFacts {...facts} />}
        actions={
          !isAdding && (
            <Button ref={opener} variant="primary" onClick={() => setIsAdding(true)}>
              {text.add}
            </Button>
          )
        }
      />
      <CommandNotice notice={added === null ? null : { kind: 'success', text: departmentDone.added(added) }} />
      {isAdding && (
        <DepartmentNameForm
          title={text.addTitle}
          prefix="add"
          stored={{ version: 0, fields: { name: '' } }}
          submit={{ label: text.add, variant: 'primary' }}
          onPress={() => setAdded(null)}
          send={addDepartmentAction}
          onDone={setAdded}
          onCancel={close}
        />
      )}
    </>
  );
}
