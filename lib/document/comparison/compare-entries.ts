import type { EntryList, PrintedEntry } from '@/lib/document/model';
import type { Difference } from '@/lib/domain/edition/difference';
import { placeText as text } from '@/lib/text/document/places';
import { compareOrder, compareParagraphs } from './compare-paragraphs';
import { pairsOf } from './pairs';
import { compareTexts, entryText } from './printed-text';

const yearsOf = ({ figures }: PrintedEntry): string => figures.map(({ fiscalYear }) => fiscalYear).join();
/** What stands round the figures. */
const wordsOf = ({ figures, heading }: PrintedEntry): string =>
  heading.figures.map((printed, index) => printed.replace(figures[index]?.text ?? '', '')).join('');

function compareFigures(place: string, before: PrintedEntry, after: PrintedEntry): Difference[] {
  const pairs = pairsOf(before.figures, after.figures, {
    keys: [({ fiscalYear }) => `${fiscalYear}`],
    kind: ({ fiscalYear }) => `${fiscalYear}`,
    text: (figure) => figure.text,
  });
  const isWordedAnew = yearsOf(before) === yearsOf(after) && wordsOf(before) !== wordsOf(after);
  return [
    ...pairs.flatMap((pair) => {
      const own = text.within(place, text.budgetOf((pair.after ?? pair.before).fiscalYear));
      return [...compareTexts(own, pair.before?.text ?? null, pair.after?.text ?? null), ...compareOrder(own, pair)];
    }),
    ...(isWordedAnew
      ? compareTexts(text.within(place, text.figures), before.heading.figures.join(''), after.heading.figures.join(''))
      : []),
  ];
}

type Part = PrintedEntry['parts'][number];
const proseOf = ({ paragraphs }: Part): string => paragraphs.join('\n');

function compareParts(place: string, before: PrintedEntry, after: PrintedEntry): Difference[] {
  const pairs = pairsOf(before.parts, after.parts, {
    keys: [({ label }) => label, proseOf],
    kind: () => '',
    text: proseOf,
  });
  return pairs.flatMap((pair) => {
    const { before: old, after: now } = pair;
    const own = text.within(place, (now ?? old).label);
    if (old === null || now === null) return compareTexts(own, old && proseOf(old), now && proseOf(now));
    return [
      ...compareTexts(text.within(own, text.heading), old.label, now.label),
      ...compareParagraphs(own, old.paragraphs, now.paragraphs),
      ...compareOrder(own, pair),
    ];
  });
}

const wholeOf = (entry: PrintedEntry): string => JSON.stringify(entry);

/** A list without entries says so in their place. */
const emptyText = ({ entries, empty }: EntryList): string | null => (entries.length === 0 ? empty : null);

export function compareEntries(section: string, before: EntryList, after: EntryList): Difference[] {
  const pairs = pairsOf(before.entries, after.entries, {
    keys: [wholeOf, ({ name }) => name, ({ parts }) => JSON.stringify(parts)],
    kind: () => '',
    text: entryText,
  });
  const found = pairs.flatMap((pair) => {
    const { before: old, after: now } = pair;
    const place = text.within(section, (now ?? old).heading.name);
    if (old === null || now === null) return compareTexts(place, old && entryText(old), now && entryText(now));
    if (wholeOf(old) === wholeOf(now)) return compareOrder(place, pair);
    return [
      ...compareTexts(text.within(place, text.entryName), old.heading.name, now.heading.name),
      ...compareFigures(place, old, now),
      ...compareParts(place, old, now),
      ...compareOrder(place, pair),
    ];
  });
  return [...compareTexts(section, emptyText(before), emptyText(after)), ...found];
}
