import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { SheetEditor } from '@/components/sheet/sheet-editor';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { yearPaths } from '@/lib/routes';
import { getSheet } from '@/lib/server/sheet/sheet-queries';
import { entryText } from '@/lib/text/entry/entry';
import { sheetText } from '@/lib/text/sheet/sheet';

export const generateMetadata = yearMetadata(sheetText.title);

export default gatedPage('entry.edit', { section: 'entries' }, async (reader, params) => {
  const year = yearOfPath(params);
  const view = await getSheet(reader, year);
  if (!view && reader.departmentId !== null) notFound();
  if (view && view.rows.length > 0) return <SheetEditor view={view} />;
  return (
    <>
      <PageHeader title={sheetText.title(year)} />
      <EmptyState message={view ? sheetText.noRows : sheetText.noDepartment}>
        <a href={yearPaths(year).entries} className="link">
          {entryText.backToList}
        </a>
      </EmptyState>
    </>
  );
});
