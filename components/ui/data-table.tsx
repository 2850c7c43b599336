import type { ReactNode } from 'react';

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

const SCROLLS_BY_KEYBOARD = { tabIndex: 0 };

/** A table in a region that scrolls sideways by keyboard too, so that the page never does. */
export function DataTable({ caption, showCaption, stickyHead, className, children }: DataTableProps) {
  return (
    <section
      aria-label={caption}
      {...SCROLLS_BY_KEYBOARD}
      className={`table-region ${stickyHead ? 'table-region-sticky' : ''} ${className ?? ''}`}
    >
      <table className="data-table">
        <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
