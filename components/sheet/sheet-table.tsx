import { memo } from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { SheetView } from '@/lib/domain/sheet/sheet-view';
import { cellHead, sheetText as text } from '@/lib/text/sheet/sheet';
import { expectedText } from '@/lib/text/terms';
import { SheetTableRow } from './sheet-rows';
import type { SheetStore } from './sheet-store';

type SheetTableProps = { view: SheetView; store: SheetStore };

/** Columns of fixed widths: what is typed moves no other cell. */
export const SheetTable = memo(function SheetTable({ view, store }: SheetTableProps) {
  const { rows, lastIsOpen } = view;
  return (
    <ScrollRegion label={text.caption} className="sheet" isTall={!rows.some(({ isWritable }) => isWritable)}>
      <table>
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{cellHead.name}</th>
            <th scope="col">{cellHead.mark}</th>
            <th scope="col" className="num">
              {cellHead.rank}
            </th>
            <th scope="col" className="num">
              {lastIsOpen ? expectedText(text.lastYear) : text.lastYear}
            </th>
            <th scope="col" className="num">
              {cellHead.amount}
            </th>
            <th scope="col" className="num">
              {text.difference}
            </th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetTableRow key={row.id} row={row} store={store} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
});
