import 'server-only';
import type { EntryBodyView, EntryView } from '@/lib/domain/entry/entry-view';
import { WAITING } from '@/lib/domain/entry/entry-workflow';
import { getPrintedChecks } from '@/lib/server/findings/entry-findings-queries';
import type { Reader } from '@/lib/server/gate/reading';
import { getChangesSinceDecision } from '@/lib/server/history/entry-history-queries';
import { listCategoryTotals } from '@/lib/server/year/year-queries';
import { getLastYearTexts } from './last-year-texts';

/** What is read of an entry beside itself: what is found in it, what changed since it came back, last year's texts, its 枠. */
export async function readEntryBody(reader: Reader, entry: EntryView): Promise<EntryBodyView> {
  const [findings, since, lastYear, categories] = await Promise.all([
    getPrintedChecks(reader, entry),
    entry.sentBack ? getChangesSinceDecision(reader, entry) : null,
    getLastYearTexts(reader, entry),
    listCategoryTotals(reader, entry.year, entry.year),
  ]);
  // Before anything is changed its reason is all there is to say.
  const isAnswered = WAITING.includes(entry.status) || (since && since.changes.length > 0);
  return { findings, since: isAnswered ? since : null, lastYear, categories };
}
