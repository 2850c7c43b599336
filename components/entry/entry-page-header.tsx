import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { entryPaths, yearPaths } from '@/lib/routes';
import { entryText } from '@/lib/text/entry/entry';
import { StatusLabel } from './status-label';

type EntryPageHeaderProps = { title: string; entry: Pick<EntryView, 'id' | 'year' | 'name' | 'status'> };

/** Of a page that does one thing with an entry: it leads back to the entry, and names it. */
export function EntryPageHeader({ title, entry: { id, year, name, status } }: EntryPageHeaderProps) {
  const crumbs = [
    { label: entryText.list, href: yearPaths(year).entries },
    { label: name, href: entryPaths(year, id).entry },
  ];
  return (
    <PageHeader
      above={<Breadcrumbs crumbs={crumbs} />}
      title={`${title}：${name}`}
      meta={<StatusLabel status={status} />}
    />
  );
}
