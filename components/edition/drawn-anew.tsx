import { NotificationBanner } from '@/components/ui/notification-banner';
import type { EditionDocument } from '@/lib/domain/edition/edition';
import type { Result } from '@/lib/domain/result';
import { editionsText as text } from '@/lib/text/edition/editions';

type DrawnAnewProps = { document: EditionDocument; printing: Promise<Result<{ sha256: string }>> };

/** The picture of a page is drawn of the model that was published: whether by the same program, its PDF says. */
export async function DrawnAnew({ document, printing }: DrawnAnewProps) {
  const printed = await printing;
  const published = document.files.find(({ format }) => format === 'pdf');
  if (!printed.ok || printed.value.sha256 === published?.sha256) return null;
  return (
    <NotificationBanner kind="info" title={text.drawnAnew} className="mb-4">
      {text.drawnAnewSupport}
    </NotificationBanner>
  );
}
