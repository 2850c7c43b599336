'use client';

import { type ReactNode, useMemo } from 'react';
import type { EntryRow } from '@/components/entry/list/entry-rows';
import { type Marking, markedEntry } from '@/lib/domain/marked/marking';
import { Markable } from './markable';

type MarkableEntriesProps = {
  year: number;
  filter: string;
  marking: Marking;
  rows: readonly EntryRow[];
  children: ReactNode;
};

/** Nothing is marked yet in what the server draws. */
const isServer = typeof window === 'undefined';

/** The list of entries, whose rows can be marked. */
export function MarkableEntries({ rows, ...list }: MarkableEntriesProps) {
  const { marking } = list;
  const entries = useMemo(
    () =>
      (isServer ? [] : rows).flatMap(([id, , name, , , amount, , , , exception]) =>
        exception?.mark ? [markedEntry(marking, { id, name, amount }, exception.mark)] : [],
      ),
    [rows, marking],
  );
  return <Markable entries={entries} {...list} />;
}
