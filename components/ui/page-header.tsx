import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  /** Right of the title: a StatusLabel, a count with its sum. */
  meta?: ReactNode;
  /** At the far right; one primary button at most. */
  actions?: ReactNode;
  /** Above the title: Breadcrumbs. */
  above?: ReactNode;
};

export function PageHeader({ title, meta, actions, above }: PageHeaderProps) {
  return (
    <div className="mb-3">
      {above}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="text-std-22B-150">{title}</h1>
          {meta && <div className="text-dns-16N-130">{meta}</div>}
        </div>
        {actions && <div className="print:hidden flex flex-wrap items-center gap-3">{actions}</div>}
      </div>
    </div>
  );
}
