import { notFound } from 'next/navigation';
import { gatedPage, refused } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { OrderEditor } from '@/components/entry/order/order-editor';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { yearPaths } from '@/lib/routes';
import { getYearOrder } from '@/lib/server/entry/entry-order-queries';
import { entryOrderText } from '@/lib/text/entry/entry-order';

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
