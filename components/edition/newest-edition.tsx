import { NotificationBanner } from '@/components/ui/notification-banner';
import type { Edition, EditionDocumentKind } from '@/lib/domain/edition/edition';
import { editionFilePath, editionPath } from '@/lib/routes';
import { formatText } from '@/lib/text/document/document-files';
import { documentPageText } from '@/lib/text/document/document-page';
import { editionsText as text } from '@/lib/text/edition/editions';

type NewestEditionProps = { edition: Edition | undefined; kind: EditionDocumentKind };

/** Above the draft: what was published of it, with its files. */
export function NewestEdition({ edition, kind }: NewestEditionProps) {
  if (!edition) return null;
  const link = (format: string) => (
    <a key={format} href={editionFilePath(edition, kind, format)} className="link">
      {documentPageText.export(formatText(format))}
    </a>
  );
  return (
    <NotificationBanner kind="info" word={text.word} title={text.newest(edition)} className="mb-4 print:hidden">
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <a href={editionPath(edition, kind)} className="link">
          {text.show}
        </a>
        {link('pdf')}
        <a href={editionFilePath(edition, kind, 'zip')} className="link">
          {text.zip}
        </a>
      </p>
      <p>{text.draftBelow}</p>
    </NotificationBanner>
  );
}
