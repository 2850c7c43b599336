import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import type { Operation } from '@/lib/domain/permissions';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { getEntry } from '@/lib/server/entry/entry-queries';
import { type Reader, reading } from '@/lib/server/gate/reading';
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

/** A page number typed by hand shows the nearest page. */
export function pageOf(query: string | string[] | undefined, pages: number): number {
  const asked = typeof query === 'string' && /^\d{1,5}$/.test(query) ? Number(query) : 1;
  return Math.min(Math.max(asked, 1), pages);
}

/** The year that the path names; a path that names none is not found. */
export const yearOfPath = ({ year }: Params): number => fiscalYearFromPath(year) ?? notFound();

/** A title that names the year. */
export const yearMetadata =
  (title: (year: number) => string) =>
  async ({ params }: { params: Promise<Params> }): Promise<Metadata> => {
    const year = fiscalYearFromPath((await params).year);
    return year ? { title: title(year) } : {};
  };
