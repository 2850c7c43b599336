import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { ReadThroughScreen } from '@/components/read-through/read-through-screen';
import { shownPlaces } from '@/components/read-through/shown-places';
import { PageHeader } from '@/components/shell/page-header';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { hasRoleFor } from '@/lib/domain/permissions';
import { getPlacesOnPages, getPrintedReadThrough } from '@/lib/server/read-through/read-through-queries';
import { errorText } from '@/lib/text/errors';
import { readThroughText } from '@/lib/text/read-through/read-through';

export const generateMetadata = yearMetadata(readThroughText.titleOf);

export default gatedPage('document.read', { section: 'document' }, async (reader, params) => {
  const year = yearOfPath(params);
  const found = await getPrintedReadThrough(reader, year);
  if (!found.ok) {
    if (found.code === 'not_found') notFound();
    return (
      <>
        <PageHeader title={readThroughText.titleOf(year)} />
        <NotificationBanner kind="error" title={errorText[found.code]} />
      </>
    );
  }
  const { readThrough, version } = found.value;
  return (
    <ReadThroughScreen
      year={year}
      places={shownPlaces(readThrough, reader.accountId, new Date())}
      pages={getPlacesOnPages(reader, found.value)}
      version={version}
      readersNeeded={readThrough.readersNeeded}
      myName={reader.name}
      canMark={hasRoleFor(reader, 'readThrough.mark')}
      canDropNotes={hasRoleFor(reader, 'readThrough.dropNote')}
    />
  );
});
