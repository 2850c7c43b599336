import { compareModels } from '@/lib/document/comparison/compare-models';
import type { DocumentModel, ListTable, Section } from '@/lib/document/model';
import type { Difference, PlaceReason } from '@/lib/domain/edition/difference';
import type { EditionName } from '@/lib/domain/edition/edition';
import { isRewritten, wordingsOf } from '@/lib/domain/edition/wordings';
import { documentText } from '@/lib/text/document/document';
import { errataText as text } from '@/lib/text/document/errata';
import { placeText } from '@/lib/text/document/places';

export type PublishedModels = { edition: EditionName; document: DocumentModel; annex: DocumentModel };

const printed = (said: string | null, other: string): string => {
  if (said === null) return text.absent;
  return said === '' && other === '' ? text.blank : said;
};

/** 場所, 誤 and 正: as many rows as the wordings take. */
function rowsOf(
  { place, before, after }: Difference,
  isWhole: boolean,
): [place: string, before: string, after: string][] {
  const found = wordingsOf(before ?? '', after ?? '', isWhole);
  return found.map((wording, index) => [
    text.part(place, index + 1, found.length),
    printed(before === null ? null : wording.before, before ?? ''),
    printed(after === null ? null : wording.after, after ?? ''),
  ]);
}

/** A change with the reason for it. */
type Correction = Difference & { reason: string };

function table(corrections: readonly Correction[]): ListTable {
  const { number, place, before, after, reason: why } = text.columns;
  const isWhole = isRewritten(corrections);
  const rows = corrections.flatMap((correction, index) =>
    rowsOf(correction, isWhole).map((cells) => ({ cells: [`${index + 1}`, ...cells], reason: correction.reason })),
  );
  return {
    kind: 'listTable',
    caption: text.caption,
    unit: documentText.unit,
    columns: [
      { label: number, holds: 'text' },
      { label: place, holds: 'text' },
      { label: before, holds: 'wording' },
      { label: after, holds: 'wording' },
      { label: why, holds: 'text' },
    ],
    rows: rows.map(({ cells, reason }, index) => ({
      kind: 'correction',
      cells: [...cells, reason === rows[index - 1]?.reason ? text.same : reason],
    })),
    notes: [],
  };
}

/**
 * What `to` corrects of `from`, in both documents: the same editions and reasons always give the same tree. `reason` is for all places
 * that have none of their own.
 */
export function buildErrata(
  from: PublishedModels,
  to: PublishedModels,
  reason: string,
  own: readonly PlaceReason[] = [],
): DocumentModel {
  const correctionsOf = (document: 'document' | 'annex'): Correction[] =>
    compareModels(from[document], to[document]).map((difference) => {
      const said = own.find((of) => of.document === document && of.place === difference.place)?.reason;
      return { ...difference, reason: said || reason };
    });
  const inAnnex = correctionsOf('annex').map((correction) => ({
    ...correction,
    place: placeText.within(to.annex.mark, correction.place),
  }));
  const differences = [...correctionsOf('document'), ...inAnnex];
  const says = differences.length === 0 ? text.nothing : text.corrects;
  return {
    template: 'errata',
    language: 'ja',
    paper: 'portrait',
    title: text.title(to.document.title),
    mark: text.mark,
    author: to.document.author,
    subject: to.document.subject,
    watermark: null,
    sections: [
      {
        heading: text.heading,
        blocks: [
          { kind: 'prose', paragraphs: [says(from.edition, to.edition)] },
          ...(differences.length === 0 ? [] : [table(differences)]),
        ],
      },
    ],
  };
}

/** The document with the list of its corrections behind it. */
export const withErrata = (document: DocumentModel, errata: DocumentModel): DocumentModel => ({
  ...document,
  sections: [...document.sections, ...errata.sections.map((section): Section => ({ ...section, kind: 'errata' }))],
});
