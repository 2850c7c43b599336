import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { EntryView } from '@/lib/domain/entry-view';
import { fiscalYearFromPath } from '@/lib/domain/fiscal-year';
import type { Operation } from '@/lib/domain/permissions';
import { getEntry } from '@/lib/server/entry-queries';
import { type Reader, reading } from '@/lib/server/reading';
import type { Params, Query } from './gated-page';

const find = async (reader: Reader, params: Params): Promise<EntryView | undefined> => {
  const year = fiscalYearFromPath(params.year);
  return year && params.id ? getEntry(reader, year, params.id) : undefined;
};

/** The entry that the path names; another ward's, another year's and no entry at all are the same: not found. */
export const entryOfPath = async (reader: Reader, params: Params): Promise<EntryView> =>
  (await find(reader, params)) ?? notFound();

/** Titles name the entry, for those who may read it. */
export const entryMetadata =
  (operation: Operation, title: (entry: EntryView, query: Query, reader: Reader) => string) =>
  async ({ params, searchParams }: { params: Promise<Params>; searchParams: Promise<Query> }): Promise<Metadata> => {
    const passed = await reading(operation);
    if (!passed.ok) return {};
    const entry = await find(passed.value, await params);
    return entry ? { title: title(entry, await searchParams, passed.value) } : {};
  };
