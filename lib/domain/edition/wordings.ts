import type { TextPart } from '@/lib/domain/entry/entry-history-view';
import { textDifference } from '@/lib/domain/entry/text-difference';

/** A piece of two texts: the same in both, or what one has in the place of the other's. */
export type WordingPart = { isSame: boolean; before: string; after: string };
/** Two texts as they stand beside each other. */
export type Wording = { before: string; after: string };

/** Beyond so many changed words a text is shown as a new one. */
const MOST_CHANGES = 80;
/** Beyond so many characters of all texts together, each is shown as a new one. */
const MOST_COMPARED = 300_000;
/** Characters on either side of a difference. */
const CONTEXT = 12;
/** Texts up to this length are shown whole. */
const SHORT = 60;
/** More in one cell would leave much of a page empty before it. */
const LONGEST = 200;
const CUT = '…';
const SENTENCE_ENDS = ['。', '、', '\n'];

const same = (text: string): WordingPart => ({ isSame: true, before: text, after: text });
const lengthOf = ({ before, after }: Wording): number => Math.max(before.length, after.length);

/** Sentences that both begin and end with: nobody has to compare them. */
function equalEnds(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  const begun = before.slice(0, start);
  start = Math.max(...SENTENCE_ENDS.map((sign) => begun.lastIndexOf(sign))) + 1;
  let end = 0;
  while (end < most - start && before.at(-end - 1) === after.at(-end - 1)) end += 1;
  // One of them has nothing more than that.
  if (end === most - start) return { start, end };
  const ended = before.slice(before.length - end);
  const begins = SENTENCE_ENDS.map((sign) => ended.indexOf(sign) + 1).filter((at) => at > 0);
  return { start, end: begins.length > 0 ? ended.length - Math.min(...begins) : 0 };
}

/** Whether so much has changed that telling one word from another would take seconds, and nobody would read it. */
export function isRewritten(texts: readonly { before: string | null; after: string | null }[]): boolean {
  const lengths = texts.map(({ before, after }) => {
    if (before === null || after === null) return 0;
    const { start, end } = equalEnds(before, after);
    return before.length + after.length - 2 * (start + end);
  });
  return lengths.reduce((sum, length) => sum + length, 0) > MOST_COMPARED;
}

/** Both texts, piece by piece; what was rewritten is one piece but for its ends. */
function partsOf(before: string, after: string, isWhole: boolean): WordingPart[] {
  const { start, end } = equalEnds(before, after);
  const [old, now] = [before, after].map((text) => text.slice(start, text.length - end)) as [string, string];
  const compared: TextPart[] = isWhole
    ? [
        { kind: 'removed', text: old },
        { kind: 'added', text: now },
      ]
    : textDifference(old, now, MOST_CHANGES);
  const all: TextPart[] = [
    { kind: 'same', text: before.slice(0, start) },
    ...compared,
    { kind: 'same', text: before.slice(before.length - end) },
  ];
  const parts: WordingPart[] = [];
  for (const { kind, text } of all.filter((part) => part.text !== '')) {
    const part = {
      isSame: kind === 'same',
      before: kind === 'added' ? '' : text,
      after: kind === 'removed' ? '' : text,
    };
    const last = parts.at(-1);
    if (last?.isSame !== part.isSame) parts.push(part);
    else parts.splice(-1, 1, { ...part, before: last.before + part.before, after: last.after + part.after });
  }
  return parts;
}

/** Each difference with as much of what stands round it as it takes to find it; what is left out is marked. Short texts are whole. */
export function excerptsOf(before: string, after: string, isWhole = false): WordingPart[][] {
  const parts = partsOf(before, after, isWhole);
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
export const wordingsOf = (before: string, after: string, isWhole = false): Wording[] =>
  inCells(excerptsOf(before, after, isWhole).map(joined)).flatMap(cutLong);
