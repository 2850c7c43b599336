import { SummaryList } from '@/components/ui/summary-list';
import type { Edition } from '@/lib/domain/edition/edition';
import { openPointGroups } from '@/lib/domain/year/open-points';
import { editionsText as text } from '@/lib/text/edition/editions';
import { openPointText, openPointTitle } from '@/lib/text/year/open-points';

/** When an edition was published, by whom, why, and what was confirmed then. */
export function EditionFacts({ edition }: { edition: Edition }) {
  const { reason, publishedBy, confirmed, readers } = edition;
  const points = openPointGroups(confirmed).map(
    ({ kind, points: of }) => `${openPointTitle[kind]}：${of.map(openPointText).join('、')}`,
  );
  return (
    <SummaryList
      rows={[
        { term: text.at, value: text.publishedAt(edition) },
        { term: text.by, value: publishedBy },
        ...(reason === null ? [] : [{ term: text.reason, value: reason }]),
        ...(readers.length === 0 ? [] : [{ term: text.readers, value: readers.map(text.reader).join('\n') }]),
        ...(points.length === 0 ? [] : [{ term: text.confirmed, value: points.join('\n') }]),
      ]}
    />
  );
}
