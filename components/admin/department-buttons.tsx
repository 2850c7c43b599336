import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { DepartmentRow } from '@/lib/domain/people/department';
import { departmentsText as text } from '@/lib/text/people/departments';
import { adminText } from '@/lib/text/shell';
import { type DepartmentCommands, departmentButtonId } from './use-departments';

type RowButtonProps = {
  name: string;
  department: DepartmentRow;
  onClick: () => void;
  className?: string;
  children: ReactNode;
};

function RowButton({ name, department, children, ...rest }: RowButtonProps) {
  return (
    <Button id={departmentButtonId(name, department.id)} {...rest}>
      <span className="sr-only">{text.of(department.name)}</span>
      {children}
    </Button>
  );
}

type DepartmentButtonsProps = {
  department: DepartmentRow;
  place: number;
  activeCount: number;
  commands: DepartmentCommands;
  onRename: () => void;
};

/** Those that do something: the first 課 can't go up, the last one can't go down. */
export function DepartmentButtons({ department, place, activeCount, commands, onRename }: DepartmentButtonsProps) {
  const { isRetired } = department;
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-2 py-1">
      <div className={`grid grid-cols-[3.75rem_3.75rem] gap-x-3 ${isRetired ? 'max-desktop:hidden' : ''}`}>
        {!isRetired && place > 1 && (
          <RowButton name="up" department={department} onClick={() => commands.move(department, place, 'up')}>
            {adminText.up}
          </RowButton>
        )}
        {!isRetired && place < activeCount && (
          <RowButton
            name="down"
            department={department}
            onClick={() => commands.move(department, place, 'down')}
            className="col-start-2"
          >
            {adminText.down}
          </RowButton>
        )}
      </div>
      <RowButton name="rename" department={department} onClick={onRename}>
        {text.rename}
      </RowButton>
      {isRetired ? (
        <RowButton name="restore" department={department} onClick={() => commands.restore(department)}>
          {text.restore}
        </RowButton>
      ) : (
        <RowButton name="retire" department={department} onClick={() => commands.retire(department)}>
          {text.retire}
        </RowButton>
      )}
    </div>
  );
}
