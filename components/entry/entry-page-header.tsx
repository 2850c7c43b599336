import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLabel } from '@/components/ui/status-label';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryPaths, yearPaths } from '@/lib/domain/paths';
import { entryText } from '@/lib/text/entry';

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
