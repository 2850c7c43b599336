import type { Chore } from '@/components/home/task-list';
import { type Overview, withoutAnnex } from '@/lib/domain/category-totals';
import { entryListHref } from '@/lib/domain/entry-list';
import { hasRoleFor } from '@/lib/domain/permissions';
import { type HomeYear, type StatusCount, undecidedCount } from '@/lib/domain/year-home';
import type { Reader } from '@/lib/server/reading';
import { annexTask, undecidedTask } from '@/lib/text/home';

type Known = { home: HomeYear; counts: PromiseSettledResult<StatusCount[]>; overview: Overview | null };

/** What an administrator still has to see to before the year can be closed. */
export function choresOf(reader: Reader, year: number, { home, counts, overview }: Known): Chore[] {
  if (!home.isOpen || !hasRoleFor(reader, 'category.edit')) return [];
  const undecided = counts.status === 'fulfilled' ? undecidedCount(counts.value) : 0;
  const blank = overview ? withoutAnnex(overview) : [];
  return [
    ...blank.map(({ name }) => ({ href: `/admin/years/${year}`, label: annexTask(name) })),
    ...(undecided > 0 ? [{ href: entryListHref(year, { status: 'undecided' }), label: undecidedTask(undecided) }] : []),
  ];
}
