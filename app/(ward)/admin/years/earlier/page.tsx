import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { EarlierTotalsForm } from '@/components/year/earlier-totals-form';
import { EarlierYears } from '@/components/year/earlier-years';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { getEarlierTotals } from '@/lib/server/year/earlier-totals';
import { earlierTotalsText } from '@/lib/text/year/earlier-totals';

export const metadata: Metadata = { title: earlierTotalsText.title };

export default gatedPage('year.manage', { section: 'admin' }, async (reader, _params, { from }) => {
  const oldest = fiscalYearFromPath(typeof from === 'string' ? from : undefined) ?? undefined;
  const totals = await getEarlierTotals(reader, oldest);
  return (
    <AdminFrame part="years">
      <EarlierTotalsForm key={totals.years[0]} totals={totals} />
      <EarlierYears years={totals.recordedYears} version={totals.version} />
    </AdminFrame>
  );
});
