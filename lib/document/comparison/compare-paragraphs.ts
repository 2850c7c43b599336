import type { Difference } from '@/lib/domain/edition/difference';
import { placeText as text } from '@/lib/text/document/places';
import { type Pair, pairsOf } from './pairs';
import { compareTexts } from './printed-text';

/** Where something stood among its kind, if that changed. */
export const compareOrder = (place: string, { from, to, isMoved }: Pair<unknown>): Difference[] =>
  isMoved
    ? [{ place: text.within(place, text.order), kind: 'moved', before: text.position(from), after: text.position(to) }]
    : [];

const itself = (paragraph: string): string => paragraph;

/** A text by its paragraphs, which have a number where there are several. */
export function compareParagraphs(place: string, before: readonly string[], after: readonly string[]): Difference[] {
  const isNumbered = before.length > 1 || after.length > 1;
  const pairs = pairsOf(before, after, { keys: [itself], kind: () => '', text: itself });
  return pairs.flatMap((pair) => {
    const own = isNumbered ? text.within(place, text.paragraph(pair.to || pair.from)) : place;
    return [...compareTexts(own, pair.before, pair.after), ...compareOrder(own, pair)];
  });
}
