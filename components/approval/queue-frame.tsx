'use client';

import { useRouter } from 'next/navigation';
import {
  type ChangeEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/loading';
import { Select } from '@/components/ui/text-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Choice } from '@/lib/domain/choice';
import { QUEUE_ORDERS, type QueueFilter, queueFilterOf } from '@/lib/domain/entry/review-queue';
import { queueQuery } from '@/lib/list-routes';
import { queueText as text } from '@/lib/text/entry/approvals';
import { useWayOn } from './way-on';

const ORDERS: readonly Choice[] = QUEUE_ORDERS.map((order) => ({ id: order, name: text.orders[order] }));

type QueueFiltersProps = { href: string; filter: QueueFilter; departments: readonly Choice[] };

/** Chosen, it is in the address at once; what is being written on the page stays. */
export function QueueFilters({ href, filter, departments }: QueueFiltersProps) {
  const { replace } = useRouter();
  const isHydrated = useHydrated();
  const [isLoading, startLoading] = useTransition();
  const [shown, show] = useOptimistic(filter);
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const chosen = queueFilterOf({ ...shown, [target.name]: target.value });
    startLoading(() => {
      show(chosen);
      replace(`${href}${queueQuery(chosen)}`, { scroll: false });
    });
  };
  return (
    <fieldset disabled={!isHydrated} className="mt-2 print:hidden">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <Select
          name="department"
          aria-label={text.department}
          emptyLabel={text.everywhere(departments.length)}
          options={departments}
          value={shown.department ?? ''}
          onChange={choose}
        />
        <Select name="order" aria-label={text.order} options={ORDERS} value={shown.order} onChange={choose} />
      </div>
      <Loading isLoading={isLoading} />
    </fieldset>
  );
}

type QueueFrameProps = {
  /** Beside the button that opens it in a narrow window. */
  line: ReactNode;
  children: ReactNode;
};

/** In it an entry is opened without a page load. Where it has no room beside the entry, it opens from a line above. */
export function QueueFrame({ line, children }: QueueFrameProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { follow } = useWayOn();
  const body = useRef<HTMLDivElement>(null);
  // A long queue shows where one is in it, without moving the page.
  useEffect(() => {
    const current = body.current?.querySelector<HTMLElement>('[aria-current]');
    if (body.current && current) body.current.scrollTop = current.offsetTop - body.current.clientHeight / 2;
  }, []);
  const press = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('li a:not([aria-current])');
    if (!link) return;
    setIsOpen(false);
    follow(event, link.href, 'other');
  };
  return (
    <nav
      aria-label={text.open}
      data-open={isOpen || undefined}
      className="review-queue print:hidden"
      onClickCapture={press}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-2 lg:hidden">
        <Button aria-expanded={isOpen} aria-controls="queue" onClick={() => setIsOpen(!isOpen)}>
          {text.open}
        </Button>
        {line}
      </div>
      <div id="queue" ref={body} className="review-queue-body">
        {children}
      </div>
    </nav>
  );
}
