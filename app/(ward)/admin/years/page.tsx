import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { Years } from '@/components/year/years';
import { listYearSettings } from '@/lib/server/year/year-queries';
import { yearsText } from '@/lib/text/year/year-settings';

export const metadata: Metadata = { title: yearsText.title };

export default gatedPage('year.manage', { section: 'admin' }, async (reader) => {
  const list = await listYearSettings(reader);
  return (
    <AdminFrame part="years">
      <Years {...list} />
    </AdminFrame>
  );
});
