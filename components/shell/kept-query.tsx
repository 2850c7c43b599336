'use client';

import { useEffect, useState } from 'react';

const keyOf = (path: string): string => `query:${path}`;

/** Keeps, for this tab and until the next sign-in, how the list is filtered and sorted. `query` has its question mark, or is empty. */
export function KeepQuery({ path, query }: { path: string; query: string }) {
  useEffect(() => sessionStorage.setItem(keyOf(path), query), [path, query]);
  return null;
}

/** Leads back to a page as it was left: only what follows its question mark is kept, so that it is always the same page. */
export function BackLink({ href, label, className }: { href: string; label: string; className: string }) {
  const [query, setQuery] = useState('');
  useEffect(() => {
    const kept = sessionStorage.getItem(keyOf(href));
    if (kept?.startsWith('?')) setQuery(kept);
  }, [href]);
  return (
    <a href={`${href}${query}`} className={className}>
      {label}
    </a>
  );
}
