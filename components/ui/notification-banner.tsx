import type { ReactNode } from 'react';
import { type NotificationKind, notificationText } from '@/lib/text/ui';
import { Icon, type IconName } from './icons';

/** The reason, and the next action as a link or button. */
export function EmptyState({ message, children }: { message: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-solid-gray-420 px-2 py-6">
      <p>{message}</p>
      {children}
    </div>
  );
}

const LOOKS: Record<NotificationKind, { edge: string; text: string; icon: IconName }> = {
  info: { edge: 'border-key-900', text: 'text-key-900', icon: 'info' },
  success: { edge: 'border-green-900', text: 'text-green-900', icon: 'success' },
  warning: { edge: 'border-orange-900', text: 'text-orange-900', icon: 'warning' },
  error: { edge: 'border-red-900', text: 'text-red-900', icon: 'error' },
};

type NotificationBannerProps = {
  kind: NotificationKind;
  title: ReactNode;
  /** What stands before the title; the kind's own word when left out. */
  word?: string | undefined;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
};

/** Put it into a `StatusRegion` when it appears after an action. */
export function NotificationBanner({ kind, title, word, children, actions, className }: NotificationBannerProps) {
  const { edge, text, icon } = LOOKS[kind];
  const label = word ?? notificationText[kind];
  return (
    <div className={`rounded-6 border-2 border-l-8 bg-white px-4 py-3 ${edge} ${className ?? ''}`}>
      <p className="flex items-start gap-2 text-dns-16B-130">
        <span className={`inline-flex shrink-0 items-center gap-1 ${text}`}>
          <Icon name={icon} />
          {label && <span>{label}</span>}
        </span>
        <span>{title}</span>
      </p>
      {children && <div className="mt-1 text-std-16N-170 whitespace-pre-line">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
