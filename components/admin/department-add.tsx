'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { addDepartmentAction } from '@/lib/actions/departments';
import { departmentDone, departmentsText as text } from '@/lib/text/departments';
import { CommandNotice } from './command-notice';
import { DepartmentNameForm } from './department-name-form';

/** The head of the page and, below it, the form. Stays open after an addition: 課 are often entered one after another. */
export function DepartmentAdd({ activeCount }: { activeCount: number }) {
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [added, setAdded] = useState<string | null>(null);

  const close = () => {
    flushSync(() => setIsOpen(false));
    opener.current?.focus();
  };

  return (
    <>
      <PageHeader
        title={text.title}
        meta={text.count(activeCount)}
        actions={
          !isOpen && (
            <Button ref={opener} variant="primary" onClick={() => setIsOpen(true)}>
              {text.add}
            </Button>
          )
        }
      />
      <CommandNotice notice={added === null ? null : { kind: 'success', text: departmentDone.added(added) }} />
      {isOpen && (
        <DepartmentNameForm
          title={text.addTitle}
          prefix="add"
          stored={{ version: 0, fields: { name: '' } }}
          submit={{ label: text.add, variant: 'primary' }}
          send={(typed) => {
            setAdded(null);
            return addDepartmentAction(typed);
          }}
          onDone={(name) => {
            setAdded(name);
            router.refresh();
          }}
          onCancel={close}
        />
      )}
    </>
  );
}
