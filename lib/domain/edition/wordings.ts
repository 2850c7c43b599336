import { textDifference } from '@/lib/domain/entry/text-difference';

/** A piece of two texts: the same in both, or what one has in the place of the other's. */
export type WordingPart = { isSame: boolean; before: string; after: string };
/** Two texts as they stand beside each other. */
export type Wording = { before: string; after: string };

/** Beyond so many changed words a text is shown as a new one. */
const MOST_CHANGES = 80;
/** Characters on either side of a difference. */
const CONTEXT = 12;
/** Texts up to this length are shown whole. */
const SHORT = 60;
/** More in one cell would leave much of a page empty before it. */
const LONGEST = 200;
const CUT = '…';

const same = (text: string): WordingPart => ({ isSame: true, before: text, after: text });
const lengthOf = ({ before, after }: Wording): number => Math.max(before.length, after.length);

/** Both texts, piece by piece. */
function partsOf(before: string, after: string): WordingPart[] {
  const parts: WordingPart[] = [];
  for (const { kind, text } of textDifference(before, after, MOST_CHANGES)) {
    const last = parts.at(-1);
    const [old, now] = [kind === 'removed' ? text : '', kind === 'added' ? text : ''];
    if (kind === 'same') parts.push(same(text));
    else if (last && !last.isSame)
      parts.splice(-1, 1, { isSame: false, before: last.before + old, after: last.after + now });
    else parts.push({ isSame: false, before: old, after: now });
  }
  return parts;
}

/** Each difference with as much of what stands round it as it takes to find it; what is left out is marked. Short texts are whole. */
export function excerptsOf(before: string, after: string): WordingPart[][] {
  const parts = partsOf(before, after);
  if (lengthOf({ before, after }) <= SHORT) return [parts];
  const found: WordingPart[][] = [[]];
  for (const [index, part] of parts.entries()) {
    const [isFirst, isLast] = [index === 0, index === parts.length - 1];
    const characters = Array.from(part.before);
    if (!part.isSame || characters.length <= CONTEXT * (isFirst || isLast ? 1 : 2)) {
      found.at(-1)?.push(part);
      continue;
    }
    if (!isFirst) found.at(-1)?.push(same(`${characters.slice(0, CONTEXT).join('')}${CUT}`));
    if (!isLast) found.push([same(`${CUT}${characters.slice(-CONTEXT).join('')}`)]);
  }
  return found.filter((excerpt) => excerpt.length > 0);
}

const joined = (excerpt: readonly WordingPart[]): Wording => ({
  before: excerpt.map(({ before }) => before).join(''),
  after: excerpt.map(({ after }) => after).join(''),
});

/** Several short ones stand in one cell. */
function inCells(found: readonly Wording[]): Wording[] {
  const cells: Wording[] = [];
  for (const wording of found) {
    const last = cells.at(-1);
    if (last && lengthOf(last) + lengthOf(wording) <= LONGEST)
      cells.splice(-1, 1, {
        before: last.before.replace(/…$/, '') + wording.before,
        after: last.after.replace(/…$/, '') + wording.after,
      });
    else cells.push(wording);
  }
  return cells;
}

const inPieces = (text: string, count: number): string[] => {
  const characters = Array.from(text);
  const size = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, index) => characters.slice(index * size, (index + 1) * size).join(''));
};

function cutLong(wording: Wording): Wording[] {
  const count = Math.ceil(Math.max(1, lengthOf(wording)) / LONGEST);
  const after = inPieces(wording.after, count);
  return inPieces(wording.before, count).map((before, index) => ({ before, after: after[index] ?? '' }));
}

/** Two texts in the cells of a table: short ones whole, of others what differs, in as many rows as it takes. */
export const wordingsOf = (before: string, after: string): Wording[] =>
  inCells(excerptsOf(before, after).map(joined)).flatMap(cutLong);
