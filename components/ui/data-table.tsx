import type { ReactNode } from 'react';
import { ScrollRegion } from './scroll-region';

type DataTableProps = {
  /** Says what the table holds; the name of the scroll region too. */
  caption: string;
  showCaption?: boolean | undefined;
  /** The head of a long list stays in sight. Its columns have to fit 1024px. */
  stickyHead?: boolean | undefined;
  className?: string | undefined;
  /** thead, tbody, tfoot. Cells are styled by app/tables.css: `num` (figures), `nowrap`, `meta` (14px). */
  children: ReactNode;
};

export function DataTable({ caption, showCaption, stickyHead, className, children }: DataTableProps) {
  return (
    <ScrollRegion
      label={caption}
      className={`table-region ${stickyHead ? 'table-region-sticky' : ''} ${className ?? ''}`}
    >
      <table className="data-table">
        <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
  );
}

type ColumnHeadsProps<Column extends string> = {
  columns: readonly Column[];
  labels: Readonly<Record<Column, string>>;
  /** Those that hold figures. */
  numeric?: readonly Column[];
};

/** The thead of a table whose columns have nothing but names. */
export function ColumnHeads<Column extends string>({ columns, labels, numeric = [] }: ColumnHeadsProps<Column>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className={numeric.includes(column) ? 'num' : undefined}>
            {labels[column]}
          </th>
        ))}
      </tr>
    </thead>
  );
}
