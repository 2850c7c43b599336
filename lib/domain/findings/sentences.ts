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
export function mixedStyles({ summary, innovation }: CheckedEntry): EntryFlagged[] {
  const places = (['summary', 'innovation'] as const).flatMap((place) =>
    sentencesOf({ summary, innovation }[place]).map((sentence) => ({ place, sentence, style: styleOf(sentence) })),
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

/** How alike two texts are by their pairs of characters: 1 is the same. */
function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** 工夫点 that says what 概要 has said, as a whole or in one of its sentences. */
export function repeatedSummary({ summary, innovation }: CheckedEntry): EntryFlagged[] {
  const before = sentencesOf(summary).map(({ text }) => bare(text));
  const place = 'innovation';
  if (bare(innovation).length >= COMPARED_FROM && likeness(bare(summary), bare(innovation)) > 0.85) {
    return [{ place, start: 0, end: innovation.length, found: innovation }];
  }
  const repeated = sentencesOf(innovation).find(
    ({ text }) => bare(text).length >= COMPARED_FROM && before.some((said) => likeness(said, bare(text)) > 0.85),
  );
  if (!repeated) return [];
  const { start, text } = repeated;
  return [{ place, start, end: start + text.length, found: text }];
}
