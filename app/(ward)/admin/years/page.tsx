import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { FirstYear } from '@/components/admin/first-year';
import { YearTable } from '@/components/admin/year-table';
import { PageHeader } from '@/components/ui/page-header';
import { listYearSettings } from '@/lib/server/year-settings-queries';
import { yearsText } from '@/lib/text/year-settings';

export const metadata: Metadata = { title: yearsText.title };

export default gatedPage('year.manage', { section: 'admin' }, async (reader) => {
  const list = await listYearSettings(reader);
  return (
    <AdminFrame part="years">
      <PageHeader title={yearsText.title} />
      {list.years.length === 0 && list.nextYear !== null ? <FirstYear year={list.nextYear} /> : <YearTable {...list} />}
    </AdminFrame>
  );
});
