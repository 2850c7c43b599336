import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { restoreText } from '@/lib/text/entry-editor';
import { formatDateTime } from '@/lib/text/format';
import type { DeviceCopy } from './device-copy';

type RestoreBannerProps = {
  copies: readonly DeviceCopy[];
  onRestore: (copy: DeviceCopy) => void;
  onDiscard: (copy: DeviceCopy) => void;
};

/** What an earlier visit left on this device. It stays on offer until somebody decides. */
export function RestoreBanner({ copies, onRestore, onDiscard }: RestoreBannerProps) {
  return copies.map((copy) => (
    <NotificationBanner
      key={copy.draftId}
      kind="warning"
      title={restoreText.title(formatDateTime(new Date(copy.at)))}
      className="mb-2"
      actions={
        <>
          <Button onClick={() => onRestore(copy)}>{restoreText.restore}</Button>
          <Button variant="text" onClick={() => onDiscard(copy)}>
            {restoreText.discard}
          </Button>
        </>
      }
    />
  ));
}
