import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { ReadersSetting } from '@/components/read-through/readers-setting';
import { Years } from '@/components/year/years';
import { getReadersNeeded } from '@/lib/server/read-through/read-through-queries';
import { listYearSettings } from '@/lib/server/year/year-queries';
import { yearsText } from '@/lib/text/year/year-settings';

export const metadata: Metadata = { title: yearsText.title };

export default gatedPage('year.manage', { section: 'admin' }, async (reader) => {
  const [list, needed] = await Promise.all([listYearSettings(reader), getReadersNeeded(reader)]);
  return (
    <AdminFrame part="years">
      <Years {...list} />
      <ReadersSetting needed={needed} />
    </AdminFrame>
  );
});
