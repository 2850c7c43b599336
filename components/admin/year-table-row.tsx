import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { OverCeilings } from '@/components/home/over-ceiling';
import { Button } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import { yearName } from '@/lib/domain/fiscal-year';
import { yearPaths } from '@/lib/domain/paths';
import type { YearRow } from '@/lib/domain/year-settings';
import { yearsText as text } from '@/lib/text/year-settings';
import { YearReopen } from './year-reopen';

function annexState({ blankAnnexCount, annexCount }: YearRow): string {
  if (blankAnnexCount > 0) return text.notEntered;
  return annexCount > 0 ? text.entered : text.totalsOnly;
}

export type YearCommands = {
  onClose: (row: YearRow) => void;
  onReopened: (row: YearRow) => void;
  /** A question is on the screen. */
  onAsk: () => void;
};

type RowProps = YearCommands & { row: YearRow };

/** Nothing is asked that could only be refused. */
function CloseButton({ row, onClose, onAsk }: RowProps) {
  const name = yearName(row.year);
  const close = () => onClose(row);
  if (row.undecidedCount > 0) return <Button onClick={close}>{text.closeYear(name)}</Button>;
  const isOver = row.over.length > 0;
  return (
    <ConfirmedButton
      label={text.closeYear(name)}
      title={text.closeTitle(name)}
      final={isOver ? text.closeDespite : text.closeYear(name)}
      onOpen={onAsk}
      onConfirm={close}
    >
      {isOver && <p className="font-bold">{text.closeOver}</p>}
      <OverCeilings over={row.over} className="mb-2" />
      {row.blankAnnexCount > 0 && <p className="mb-2 font-bold">{text.closeWithBlank}</p>}
      <p>{text.closeBody}</p>
    </ConfirmedButton>
  );
}

/** A year, and below it why it is to be opened again. */
export function YearTableRow({ columnCount, ...props }: RowProps & { columnCount: number }) {
  const { row, onAsk, onReopened } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const name = yearName(row.year);

  const ask = () => {
    onAsk();
    setIsAsking(true);
  };
  const cancel = () => {
    flushSync(() => setIsAsking(false));
    opener.current?.focus();
  };
  const done = () => {
    setIsAsking(false);
    onReopened(row);
  };

  return (
    <>
      <tr>
        <th scope="row" className="nowrap">
          <a href={yearPaths(row.year).settings} className="link">
            {name}
          </a>
        </th>
        <td className="nowrap">
          <span>{row.isOpen ? text.open : text.closed}</span>
          <OverCeilings over={row.over} />
        </td>
        <td className="num">{text.count(row.entryCount)}</td>
        <td className="num">{text.count(row.undecidedCount)}</td>
        <td className="nowrap">{annexState(row)}</td>
        <td>
          {row.isOpen ? (
            <CloseButton {...props} />
          ) : (
            <Button ref={opener} onClick={ask} aria-expanded={isAsking}>
              {text.reopenYear(name)}
            </Button>
          )}
        </td>
      </tr>
      {isAsking && !row.isOpen && (
        <tr>
          <td colSpan={columnCount}>
            <YearReopen row={row} onDone={done} onCancel={cancel} />
          </td>
        </tr>
      )}
    </>
  );
}
