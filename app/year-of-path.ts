import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { fiscalYearFromPath } from '@/lib/domain/fiscal-year';
import type { Params } from './gated-page';

/** The year that the path names; a path that names none is not found. */
export const yearOfPath = ({ year }: Params): number => fiscalYearFromPath(year) ?? notFound();

/** A title that names the year. */
export const yearMetadata =
  (title: (year: number) => string) =>
  async ({ params }: { params: Promise<Params> }): Promise<Metadata> => {
    const year = fiscalYearFromPath((await params).year);
    return year ? { title: title(year) } : {};
  };
