import { uiText } from '@/lib/text/ui';
import { Icon } from './icons';
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
