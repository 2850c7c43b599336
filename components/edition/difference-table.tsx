import type { ReactNode } from 'react';
import { Added, Removed } from '@/components/form/text-parts';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import type { DocumentDifferences, ShownDifference } from '@/lib/domain/edition/difference';
import type { WordingPart } from '@/lib/domain/edition/wordings';
import { differenceKindText, differencesText as text } from '@/lib/text/edition/differences';

const COLUMNS = ['place', 'kind', 'before', 'after'] as const;
type Side = 'before' | 'after';
const MARKS = { before: Removed, after: Added } as const;

/** What differs is marked; long texts show no more than that and what stands round it. */
function Excerpt({ parts, side }: { parts: readonly WordingPart[]; side: Side }) {
  const Marked = MARKS[side];
  return (
    <p className="whitespace-pre-line">
      {parts.map((part, index) => {
        const key = `${index}-${part.isSame}`;
        if (part.isSame) return <span key={key}>{part[side]}</span>;
        return part[side] === '' ? null : <Marked key={key}>{part[side]}</Marked>;
      })}
    </p>
  );
}

function Said({ difference, side }: { difference: ShownDifference; side: Side }): ReactNode {
  const { kind, excerpts } = difference;
  const own = difference[side];
  if (own === null) return text.absent;
  if (own === '') return text.blank;
  if (kind !== 'changed') return <Excerpt parts={[{ isSame: false, before: own, after: own }]} side={side} />;
  return excerpts.map((parts, index) => {
    const key = `${index}-${parts.length}`;
    return <Excerpt key={key} parts={parts} side={side} />;
  });
}

const Row = ({ difference }: { difference: ShownDifference }) => (
  <tr>
    <th scope="row" className="align-top">
      {difference.place}
    </th>
    <td className="nowrap align-top">{differenceKindText[difference.kind]}</td>
    <td className="w-[36%] align-top">
      <Said difference={difference} side="before" />
    </td>
    <td className="w-[36%] align-top">
      <Said difference={difference} side="after" />
    </td>
  </tr>
);

/** Old and new beside each other, by document and in the order of print. */
export function DifferenceTables({ documents }: { documents: readonly DocumentDifferences[] }) {
  return documents.map(({ document, differences }) =>
    differences.length === 0 ? null : (
      <DataTable key={document} caption={text.caption(document)} showCaption>
        <ColumnHeads columns={COLUMNS} labels={text} />
        <tbody>
          {differences.map((difference, index) => {
            const key = `${index}-${difference.place}`;
            return <Row key={key} difference={difference} />;
          })}
        </tbody>
      </DataTable>
    ),
  );
}
