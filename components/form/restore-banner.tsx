import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { restoreText } from '@/lib/text/entry-editor';
import { formatDateTime } from '@/lib/text/format';
import type { DeviceCopy } from './device-copy';

type RestoreBannerProps<F> = {
  copies: readonly DeviceCopy<F>[];
  onRestore: (copy: DeviceCopy<F>) => void;
  onDiscard: (copy: DeviceCopy<F>) => void;
};

/** What an earlier visit left on this device. It stays on offer until somebody decides. */
export function RestoreBanner<F>({ copies, onRestore, onDiscard }: RestoreBannerProps<F>) {
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
