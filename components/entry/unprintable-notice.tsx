import { NotificationBanner } from '@/components/ui/notification-banner';
import { unprintableText as text } from '@/lib/text/unprintable';

/** Tells before it is printed what the document will not show as it was written. */
export function UnprintableNotice({ characters }: { characters: readonly string[] }) {
  if (characters.length === 0) return null;
  return (
    <NotificationBanner kind="warning" title={text.title(characters)} className="mb-4">
      {text.next}
    </NotificationBanner>
  );
}
