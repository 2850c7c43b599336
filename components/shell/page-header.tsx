import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icons';
import { uiText } from '@/lib/text/ui';
import { BackLink } from './kept-query';

export type Crumb = { label: string; href: string };

/** The way to this page; the page itself is its h1 and not listed. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={uiText.breadcrumbs} className="print:hidden text-dns-14N-130">
      <ol className="flex flex-wrap items-center">
        {crumbs.map(({ label, href }, index) => (
          <li key={href} className="inline-flex items-center">
            {index > 0 && <Icon name="chevronRight" className="mx-1 text-solid-gray-600" />}
            <BackLink href={href} label={label} className="link py-1" />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type PageHeaderProps = {
  title: ReactNode;
  /** Right of the title: a StatusLabel, a count with its sum. */
  meta?: ReactNode;
  /** At the far right; one primary button at most. */
  actions?: ReactNode;
  /** Above the title: Breadcrumbs. */
  above?: ReactNode;
  className?: string;
};

export function PageHeader({ title, meta, actions, above, className = 'mb-3' }: PageHeaderProps) {
  return (
    <div className={className}>
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
