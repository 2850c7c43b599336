import { diffArrays } from 'diff';

/** The differing part of two texts, with as much of what stands round it as it takes to find it. */
export type Wording = { before: string; after: string };

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Beyond so many changed words a text is a new one. */
const MOST_CHANGES = 80;
/** Characters on either side of a difference. */
const CONTEXT = 12;
/** Texts up to this length are shown whole. */
const SHORT = 60;
/** More in one cell would leave much of a page empty before it. */
const LONGEST = 200;
const CUT = '…';

type Part = { isSame: boolean; before: string; after: string };

function partsOf(before: string, after: string): Part[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES });
  if (!changes) return [{ isSame: false, before, after }];
  const parts: Part[] = [];
  for (const { added, removed, value } of changes) {
    const words = value.join('');
    const last = parts.at(-1);
    if (!added && !removed) parts.push({ isSame: true, before: words, after: words });
    else if (last && !last.isSame) parts.splice(-1, 1, joined(last, added ? '' : words, added ? words : ''));
    else parts.push({ isSame: false, before: added ? '' : words, after: added ? words : '' });
  }
  return parts;
}

const joined = (part: Part, before: string, after: string): Part => ({
  ...part,
  before: part.before + before,
  after: part.after + after,
});

/** Each difference with its surroundings; what is left out is marked. */
function excerpts(parts: readonly Part[]): Wording[] {
  const found: Wording[] = [];
  let open: Wording | undefined;
  const write = (before: string, after: string) => {
    open ??= { before: '', after: '' };
    open.before += before;
    open.after += after;
  };
  const close = () => {
    if (open) found.push(open);
    open = undefined;
  };
  for (const [index, { isSame, before, after }] of parts.entries()) {
    const characters = Array.from(before);
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    if (!isSame || characters.length <= CONTEXT * (isFirst || isLast ? 1 : 2)) {
      write(before, after);
      continue;
    }
    const end = isFirst ? '' : `${characters.slice(0, CONTEXT).join('')}${CUT}`;
    const start = isLast ? '' : `${CUT}${characters.slice(-CONTEXT).join('')}`;
    if (end) write(end, end);
    close();
    if (start) write(start, start);
  }
  close();
  return found;
}

const lengthOf = ({ before, after }: Wording): number => Math.max(before.length, after.length);

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

/** Two texts as they stand beside each other in a table: short ones whole, of others what differs, in as many rows as it takes. */
export function wordingsOf(before: string, after: string): Wording[] {
  const isShort = lengthOf({ before, after }) <= SHORT;
  const found = isShort ? [{ before, after }] : inCells(excerpts(partsOf(before, after)));
  return found.flatMap(cutLong);
}
