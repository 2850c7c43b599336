import { NotificationBanner } from '@/components/ui/notification-banner';
import { amountInput } from '@/lib/domain/inputs';
import { pastedText as text } from '@/lib/text/pasted';
import type { Pasted } from './use-paste';

type PastedNoticeProps = { pasted: Pasted | null; typedIn: (name: string) => string | undefined };

/** How many amounts a paste brought, and what of it is none or had no field. */
export function PastedNotice({ pasted, typedIn }: PastedNoticeProps) {
  if (!pasted) return null;
  const unread = pasted.names.filter((name) => !amountInput.safeParse(typedIn(name)).success).length;
  return (
    <NotificationBanner
      kind={unread + pasted.outside > 0 ? 'warning' : 'info'}
      title={[
        text.pasted(pasted.names.length),
        unread > 0 && text.unread(unread),
        pasted.outside > 0 && text.outside(pasted.outside),
      ]
        .filter(Boolean)
        .join('')}
      className="mb-2"
    />
  );
}
