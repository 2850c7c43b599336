import { notFound } from 'next/navigation';
import { gatedPage, refused } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/year-of-path';
import { OrderEditor } from '@/components/entry-order/order-editor';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { yearPaths } from '@/lib/domain/paths';
import { getYearOrder } from '@/lib/server/entry-order-queries';
import { entryOrderText } from '@/lib/text/entry-order';

export const generateMetadata = yearMetadata(entryOrderText.titleOf);

export default gatedPage('entries.order', { section: 'entries' }, async (reader, params) => {
  const year = yearOfPath(params);
  const order = (await getYearOrder(reader, year)) ?? notFound();
  const listHref = yearPaths(year).entries;
  if (order.isOpen && order.categories.length > 0)
    return <OrderEditor year={year} initial={order} listHref={listHref} />;
  const content = (
    <>
      <PageHeader title={entryOrderText.titleOf(year)} />
      <EmptyState message={order.isOpen ? entryOrderText.empty : entryOrderText.closed}>
        <a href={listHref} className="link">
          {entryOrderText.backToList}
        </a>
      </EmptyState>
    </>
  );
  return order.isOpen ? content : refused('year_closed', content);
});
