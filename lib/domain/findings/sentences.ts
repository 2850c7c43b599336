import { PRINTED_PROSE } from '@/lib/domain/entry/entry-fields';
import { type CheckedEntry, type EntryFlagged, type Flagged, type Sentence, sentencesOf } from './finding';

const LONGEST_SENTENCE = 120;

export const longSentences = (text: string): Flagged[] =>
  sentencesOf(text)
    .filter((sentence) => [...sentence.text].length > LONGEST_SENTENCE)
    .map(({ start, text: sentence }) => ({ start, end: start + sentence.length }));

const POLITE = /(です|ます|ました|ません|でした|でしょう|ください)[。）」]*$/;
const PLAIN = /(?:[うくすつぬむるぐぶた]|ない|である|だ)[。）」]*$/;
const QUOTED = /「[^」]*」|『[^』]*』/g;

const styleOf = ({ text }: Sentence): 'polite' | 'plain' | null => {
  const own = text.replace(QUOTED, '「」');
  if (POLITE.test(own)) return 'polite';
  return text.endsWith('。') && PLAIN.test(own) ? 'plain' : null;
};

/** である beside です・ます: the sentence that is unlike the first one. */
export function mixedStyles(entry: CheckedEntry): EntryFlagged[] {
  const places = PRINTED_PROSE.flatMap((place) =>
    sentencesOf(entry[place]).map((sentence) => ({ place, sentence, style: styleOf(sentence) })),
  );
  const styled = places.filter(({ style }) => style !== null);
  const first = styled[0]?.style;
  const other = styled.find(({ style }) => style !== first);
  if (!other) return [];
  const { place, sentence } = other;
  const span = { start: sentence.start, end: sentence.start + sentence.text.length };
  return [{ place, ...span, found: sentence.text, detail: first ?? '' }];
}

const bare = (text: string): string => text.replace(/[\s、。，．・「」（）]/g, '');
const COMPARED_FROM = 15;

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}

/** Whether two texts are nearly the same by their pairs of characters, of which 85 of 100 are shared. */
function isAlike(one: Set<string>, other: Set<string>): boolean {
  const enough = ((one.size + other.size) * 0.85) / 2;
  if (Math.min(one.size, other.size) <= enough) return false;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return shared > enough;
}

/** 工夫点 that says what 概要 has said, as a whole or in one of its sentences. */
export function repeatedSummary({ summary, innovation }: CheckedEntry): EntryFlagged[] {
  const place = 'innovation';
  if (bare(innovation).length >= COMPARED_FROM && isAlike(pairsOf(bare(summary)), pairsOf(bare(innovation)))) {
    return [{ place, start: 0, end: innovation.length, found: innovation }];
  }
  const before = sentencesOf(summary).map(({ text }) => pairsOf(bare(text)));
  const repeated = sentencesOf(innovation).find(({ text }) => {
    const said = bare(text);
    if (said.length < COMPARED_FROM) return false;
    const pairs = pairsOf(said);
    return before.some((other) => isAlike(other, pairs));
  });
  if (!repeated) return [];
  const { start, text } = repeated;
  return [{ place, start, end: start + text.length, found: text }];
}
