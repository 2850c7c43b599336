import { compareModels } from '@/lib/document/comparison/compare-models';
import type { DocumentModel, ListTable, Section } from '@/lib/document/model';
import type { Difference } from '@/lib/domain/edition/difference';
import type { EditionName } from '@/lib/domain/edition/edition';
import { wordingsOf } from '@/lib/domain/edition/wordings';
import { documentText } from '@/lib/text/document/document';
import { errataText as text } from '@/lib/text/document/errata';
import { placeText } from '@/lib/text/document/places';

export type PublishedModels = { edition: EditionName; document: DocumentModel; annex: DocumentModel };

const printed = (said: string | null, other: string): string => {
  if (said === null) return text.absent;
  return said === '' && other === '' ? text.blank : said;
};

/** 場所, 誤 and 正: as many rows as the wordings take. */
function rowsOf({ place, before, after }: Difference): [place: string, before: string, after: string][] {
  const found = wordingsOf(before ?? '', after ?? '');
  return found.map((wording, index) => [
    text.part(place, index + 1, found.length),
    printed(before === null ? null : wording.before, before ?? ''),
    printed(after === null ? null : wording.after, after ?? ''),
  ]);
}

function table(differences: readonly Difference[], reason: string): ListTable {
  const { number, place, before, after, reason: why } = text.columns;
  const rows = differences.flatMap((difference, index) =>
    rowsOf(difference).map((cells) => [`${index + 1}`, ...cells]),
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
    rows: rows.map((cells, index) => ({ kind: 'correction', cells: [...cells, index === 0 ? reason : text.same] })),
    notes: [],
  };
}

/** What `to` corrects of `from`, in both documents: the same editions always give the same tree. */
export function buildErrata(from: PublishedModels, to: PublishedModels, reason: string): DocumentModel {
  const inAnnex = compareModels(from.annex, to.annex).map((difference) => ({
    ...difference,
    place: placeText.within(to.annex.mark, difference.place),
  }));
  const differences = [...compareModels(from.document, to.document), ...inAnnex];
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
          ...(differences.length === 0 ? [] : [table(differences, reason)]),
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
