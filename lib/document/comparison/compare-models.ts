import type { Block, DocumentModel, Section } from '@/lib/document/model';
import type { Difference } from '@/lib/domain/edition/difference';
import { placeText as text } from '@/lib/text/document/places';
import { compareEntries } from './compare-entries';
import { compareOrder, compareParagraphs } from './compare-paragraphs';
import { compareAmountTables, compareLists } from './compare-tables';
import { pairsOf } from './pairs';
import { blockText, compareTexts } from './printed-text';

function compareBlocks(section: string, before: Block, after: Block): Difference[] {
  if (before.kind === 'amountTable' && after.kind === 'amountTable') return compareAmountTables(section, before, after);
  if (before.kind === 'listTable' && after.kind === 'listTable') return compareLists(section, before, after);
  if (before.kind === 'entries' && after.kind === 'entries') return compareEntries(section, before, after);
  if (before.kind === 'prose' && after.kind === 'prose')
    return compareParagraphs(text.within(section, text.prose), before.paragraphs, after.paragraphs);
  return compareTexts(section, blockText(before), blockText(after));
}

const kindsOf = ({ blocks }: Section): string =>
  withJoinedProse(blocks)
    .map(({ kind }) => kind)
    .join();
const contentOf = ({ blocks }: Section): string => blocks.map(blockText).join('\n');
const sectionText = (section: Section): string => [section.heading, contentOf(section)].join('\n');
/** 【２ 区長自由経費】 → 区長自由経費 */
const unnumbered = ({ heading }: Section): string => heading.replace(/^【[\d０-９]+ ?|】$/g, '');

/** Paragraphs that follow each other are one text, wherever they come from. */
function withJoinedProse(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.kind === 'prose' && block.kind === 'prose')
      joined.splice(-1, 1, { kind: 'prose', paragraphs: [...last.paragraphs, ...block.paragraphs] });
    else joined.push(block);
  }
  return joined;
}

function compareSections(before: Section, after: Section): Difference[] {
  const blocks = pairsOf(withJoinedProse(before.blocks), withJoinedProse(after.blocks), {
    keys: [blockText, ({ kind }) => kind],
    kind: ({ kind }) => kind,
    text: blockText,
  });
  return blocks.flatMap((pair) => {
    const { before: old, after: now } = pair;
    if (old === null || now === null) return compareTexts(after.heading, old && blockText(old), now && blockText(now));
    return [...compareBlocks(after.heading, old, now), ...compareOrder(after.heading, pair)];
  });
}

/** The list of what an edition corrects is no part of what it says. */
const ownSections = ({ sections }: DocumentModel): Section[] => sections.filter(({ kind }) => kind !== 'errata');

/** What two documents don't print alike, in the order of print. */
export function compareModels(before: DocumentModel, after: DocumentModel): Difference[] {
  const sections = pairsOf(ownSections(before), ownSections(after), {
    keys: [({ heading }) => heading, unnumbered, contentOf],
    kind: kindsOf,
    text: sectionText,
  });
  return [
    ...compareTexts(text.watermark, before.watermark, after.watermark),
    ...compareTexts(text.title, before.title, after.title),
    ...compareTexts(text.mark, before.mark, after.mark),
    ...sections.flatMap((pair) => {
      const { before: old, after: now } = pair;
      const place = (now ?? old).heading;
      if (old === null || now === null) return compareTexts(place, old && sectionText(old), now && sectionText(now));
      const heading = compareTexts(text.within(place, text.heading), old.heading, now.heading);
      return [...heading, ...compareSections(old, now), ...(heading.length > 0 ? [] : compareOrder(place, pair))];
    }),
  ];
}
