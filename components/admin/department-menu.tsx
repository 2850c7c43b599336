import { MenuAct, MenuDanger, RowMenu } from '@/components/shell/row-menu';
import type { DepartmentRow } from '@/lib/domain/people/department';
import { departmentPath } from '@/lib/routes';
import { handOverText } from '@/lib/text/entry/entry-administration';
import { departmentsText as text } from '@/lib/text/people/departments';
import { adminText } from '@/lib/text/shell';
import { type DepartmentCommands, departmentMenuId } from './use-departments';

type DepartmentMenuProps = {
  department: DepartmentRow;
  place: number;
  activeCount: number;
  commands: DepartmentCommands;
  onRename: () => void;
};

/** What does something: the first 課 can't go up, the last one can't go down. */
export function DepartmentMenu({ department, place, activeCount, commands, onRename }: DepartmentMenuProps) {
  const { id, name, isRetired, memberCount, openEntryCount } = department;
  const rename = <MenuAct onClick={onRename}>{text.rename}</MenuAct>;
  if (isRetired) {
    return (
      <RowMenu of={name} id={departmentMenuId(id)}>
        {rename}
        <MenuAct onClick={() => commands.restore(department)}>{text.restore}</MenuAct>
      </RowMenu>
    );
  }
  return (
    <RowMenu of={name} id={departmentMenuId(id)}>
      {rename}
      {place > 1 && (
        <MenuAct keys={adminText.upKeys} onClick={() => commands.move(department, place, 'up')}>
          {adminText.up}
        </MenuAct>
      )}
      {place < activeCount && (
        <MenuAct keys={adminText.downKeys} onClick={() => commands.move(department, place, 'down')}>
          {adminText.down}
        </MenuAct>
      )}
      {openEntryCount > 0 && (
        <a href={departmentPath(id)} className="menu-item">
          {handOverText.link}
        </a>
      )}
      <MenuDanger
        label={text.retire}
        follows={memberCount + openEntryCount > 0 ? text.retireInUse : text.retireUnused}
        onClick={() => commands.retire(department)}
      />
    </RowMenu>
  );
}
