import { useState } from 'react';
import { MenuAct, MenuDanger, RowMenu } from '@/components/shell/row-menu';
import { Dialog } from '@/components/ui/dialog';
import type { Direction } from '@/lib/domain/reorder';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';

type CategoryMenuProps = {
  name: string;
  id: string;
  place: number;
  count: number;
  onRename: () => void;
  onMove: (direction: Direction) => void;
  /** A question is on the screen. */
  onAsk: () => void;
  onEnd: () => void;
};

/** What can be done with a category as a whole. */
export function CategoryMenu({ name, id, place, count, onRename, onMove, onAsk, onEnd }: CategoryMenuProps) {
  const [isAsking, setIsAsking] = useState(false);
  const ask = () => {
    onAsk();
    setIsAsking(true);
  };
  return (
    <>
      <RowMenu of={name} id={id}>
        <MenuAct onClick={onRename}>{text.rename}</MenuAct>
        {place > 1 && <MenuAct onClick={() => onMove('up')}>{text.left}</MenuAct>}
        {place < count && <MenuAct onClick={() => onMove('down')}>{text.right}</MenuAct>}
        <MenuDanger label={text.end} follows={text.endFollows} onClick={ask} />
      </RowMenu>
      <Dialog
        title={text.endTitle(name)}
        isShown={isAsking}
        final={text.endOf(name)}
        isDanger
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          onEnd();
        }}
      >
        {text.endBody}
      </Dialog>
    </>
  );
}
