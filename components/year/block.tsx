import type { ReactNode } from 'react';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { uiText } from '@/lib/text/ui';
import { blockFailed } from '@/lib/text/year/home';

type BlockProps<T> = {
  id: string;
  title: string;
  /** Beside the title: the step that comes first. */
  action?: ReactNode;
  /** A block whose data could not be read says so; the others are still there. */
  data: PromiseSettledResult<T>;
  /** The page itself, to be loaded once more. */
  href: string;
  className?: string;
  children: (data: T) => ReactNode;
};

export function Block<T>({ id, title, action, data, href, className, children }: BlockProps<T>) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id={id} className="text-std-18B-160">
          {title}
        </h2>
        {action}
      </div>
      {data.status === 'fulfilled' ? (
        children(data.value)
      ) : (
        <NotificationBanner
          kind="error"
          title={blockFailed(title)}
          actions={
            <a href={href} className="link">
              {uiText.reload}
            </a>
          }
        />
      )}
    </section>
  );
}
