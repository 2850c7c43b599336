'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { addDepartmentAction } from '@/lib/actions/departments';
import { departmentDone, departmentsText as text } from '@/lib/text/departments';
import { CommandNotice } from './command-notice';
import { DepartmentNameForm } from './department-name-form';

/** Stays open after an addition: 課 are often entered one after another. */
export function DepartmentAdd() {
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [added, setAdded] = useState<string | null>(null);

  const close = () => {
    flushSync(() => setIsOpen(false));
    opener.current?.focus();
  };

  return (
    <div className="mb-4">
      <CommandNotice notice={added === null ? null : { kind: 'success', text: departmentDone.added(added) }} />
      {isOpen ? (
        <>
          <h2 className="mb-1 text-std-18B-160">{text.addTitle}</h2>
          <DepartmentNameForm
            title={text.addTitle}
            prefix="add"
            name=""
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
        </>
      ) : (
        <Button ref={opener} variant="primary" onClick={() => setIsOpen(true)}>
          {text.add}
        </Button>
      )}
    </div>
  );
}
