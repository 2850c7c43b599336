import { useRef, useState } from 'react';
import { type Notice, useAction } from '@/components/form/use-action';
import { orderDepartmentAction, restoreDepartmentAction, retireDepartmentAction } from '@/lib/actions/people';
import type { DepartmentRow } from '@/lib/domain/people/department';
import { type Direction, STEP } from '@/lib/domain/reorder';
import type { Result } from '@/lib/domain/result';
import { departmentPath } from '@/lib/routes';
import { handOverText } from '@/lib/text/entry/entry-administration';
import { departmentDone, departmentInUse } from '@/lib/text/people/departments';
import { useFocusAfterCommand } from './use-focus-after-command';

type Expected = { departmentId: string; version: number };
/** A step of which the row's new place says enough is told to screen readers only. */
type About = { departmentId: string; isSeen: boolean };
type Step = {
  send: (expected: Expected) => Promise<Result<unknown>>;
  done: string;
  isSeen?: boolean;
};

export const departmentMenuId = (departmentId: string): string => `department-${departmentId}`;

/** The commands of the list, and what came of the last one. */
export function useDepartments(departments: readonly DepartmentRow[]) {
  const { notice: answer, run, isPending } = useAction({ refreshes: true });
  const [explanation, setExplanation] = useState<Notice | null>(null);
  const [about, setAbout] = useState<About | null>(null);
  const newestVersions = useRef(new Map<string, number>());
  const focusNext = useFocusAfterCommand(departments);
  const notice = about && (explanation ?? answer);

  const explain = (departmentId: string, said: Notice | null) => {
    setAbout({ departmentId, isSeen: true });
    setExplanation(said);
  };

  /** The next press may come before the page is up to date. */
  const expected = ({ id, version }: DepartmentRow): Expected => ({
    departmentId: id,
    version: Math.max(version, newestVersions.current.get(id) ?? 0),
  });

  const start = (department: DepartmentRow, { send, done, isSeen = true }: Step) => {
    if (isPending) return;
    const sent = expected(department);
    setAbout({ departmentId: department.id, isSeen });
    setExplanation(null);
    focusNext([departmentMenuId(department.id)]);
    run(() => send(sent), { done, onDone: () => newestVersions.current.set(sent.departmentId, sent.version + 1) });
  };

  return {
    spoken: notice,
    bannerOf: (departmentId: string): Notice | null =>
      notice && about?.departmentId === departmentId && (about.isSeen || notice.kind !== 'success') ? notice : null,
    explain,
    move: (department: DepartmentRow, place: number, direction: Direction) =>
      start(department, {
        send: (row) => orderDepartmentAction({ ...row, direction }),
        done: departmentDone.moved(department.name, place + STEP[direction]),
        isSeen: false,
      }),
    retire: (department: DepartmentRow) => {
      const { id, name, memberCount, openEntryCount } = department;
      if (memberCount + openEntryCount > 0) {
        const link = openEntryCount > 0 ? { href: departmentPath(id), label: handOverText.link } : undefined;
        explain(id, {
          kind: 'problem',
          problem: 'department_in_use',
          text: departmentInUse(memberCount, openEntryCount),
          link,
        });
      } else {
        start(department, { send: retireDepartmentAction, done: departmentDone.retired(name) });
      }
    },
    restore: (department: DepartmentRow) =>
      start(department, { send: restoreDepartmentAction, done: departmentDone.restored(department.name) }),
  };
}

export type DepartmentCommands = ReturnType<typeof useDepartments>;
