import type { ReactNode } from 'react';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { pastedText as text } from '@/lib/text/pasted';
import type { Pasted } from './use-paste';

type PastedNoticeProps = {
  pasted: Pasted | null;
  /** Whether what stands in the field can be read. */
  isRead: (name: string) => boolean;
  /** The way to what couldn't. */
  actions?: ReactNode;
};

/** How much a paste brought, and what of it can't be read or had no field. */
export function PastedNotice({ pasted, isRead, actions }: PastedNoticeProps) {
  if (!pasted) return null;
  const unread = pasted.names.filter((name) => !isRead(name)).length;
  return (
    <NotificationBanner
      kind={unread + pasted.outside > 0 ? 'warning' : 'info'}
      title={
        <>
          {text.pasted(pasted.names.length)}
          {unread > 0 && text.unread(unread)}
          {pasted.outside > 0 && text.outside(pasted.outside)}
          {actions}
        </>
      }
      className="mb-2"
    />
  );
}
