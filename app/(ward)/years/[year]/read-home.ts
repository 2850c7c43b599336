import { TABLE_YEARS } from '@/lib/domain/category-totals';
import { listCategoryTotals } from '@/lib/server/category-total-queries';
import { getHomeYear, listEntryTasks, listStatusCounts } from '@/lib/server/home-queries';
import type { Reader } from '@/lib/server/reading';

/** The home's blocks are read beside each other: one that fails leaves the others standing. */
export async function readHome(reader: Reader, year: number) {
  const [home, blocks] = await Promise.all([
    getHomeYear(reader, year),
    Promise.allSettled([
      listEntryTasks(reader),
      listStatusCounts(reader, year),
      listCategoryTotals(reader, year - TABLE_YEARS + 1, year),
    ]),
  ]);
  for (const block of blocks) if (block.status === 'rejected') console.error(block.reason);
  const [tasks, counts, figures] = blocks;
  return home && { home, tasks, counts, figures };
}
