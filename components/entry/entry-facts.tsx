import { SummaryList } from '@/components/ui/summary-list';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryText } from '@/lib/text/entry';
import { formatEraDateTime } from '@/lib/text/format';
import { EntryAmounts } from './entry-amounts';
import { entryRows } from './entry-rows';

/** An entry to be read: its amounts, its fields and who touched it last. */
export function EntryFacts({ entry }: { entry: EntryView }) {
  const updated = entryText.updatedBy(formatEraDateTime(new Date(entry.updatedAt)), entry.updatedBy);
  return (
    <>
      <EntryAmounts {...entry} />
      <div className="mt-4">
        <SummaryList
          rows={[
            ...entryRows(entry).filter(({ field }) => field !== 'name'),
            { term: entryText.updated, value: updated },
          ]}
        />
      </div>
    </>
  );
}
