'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, type FormEvent, useEffect, useLayoutEffect, useRef, useTransition } from 'react';
import { Loading } from '@/components/ui/loading';

const PAUSE_MS = 600;

const hrefOf = (form: HTMLFormElement): string => {
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return `${new URL(form.action).pathname}?${new URLSearchParams(given)}`;
};

/** A plain form of filters. What is chosen counts at once, a word after a pause or Enter; the focus stays where it is. */
export function LiveFilters({ children, ...form }: ComponentProps<'form'>) {
  const { replace } = useRouter();
  const [isLoading, startLoading] = useTransition();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const filters = useRef<HTMLFormElement>(null);
  // Filters behind a word stay open around the one that was just taken out.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (filters.current?.contains(focused)) focused?.closest('details')?.setAttribute('open', '');
  });

  const apply = (of: HTMLFormElement) => {
    clearTimeout(waiting.current);
    startLoading(() => replace(hrefOf(of), { scroll: false }));
  };
  const wait = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(apply, PAUSE_MS, currentTarget);
  };
  const change = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(waiting.current);
    if (event.target instanceof HTMLSelectElement) apply(event.currentTarget);
    else if (!('isComposing' in event.nativeEvent && event.nativeEvent.isComposing)) wait(event);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget);
  };
  return (
    <form {...form} ref={filters} method="get" onChange={change} onCompositionEnd={wait} onSubmit={submit}>
      {children}
      <Loading isLoading={isLoading} />
    </form>
  );
}
