import type { EntryContent, TextField } from '@/lib/domain/entry/entry-fields';
import type { DictionaryRule } from './house-dictionary';

/** error: it can't be submitted so. warning: somebody has to look, or to say why it stays. */
export type Severity = 'error' | 'warning';

/** A part of a text that a rule stops at, and what it would have there. */
export type Flagged = { start: number; end: number; expected?: string };

/** What a rule on texts knows beside the text. */
export type TextAbout = {
  /** The year that the text is written for. */
  year: number;
  /** A name or a title, which has no sentences. */
  isName: boolean;
  dictionary: readonly DictionaryRule[];
};
export type TextRule = (text: string, about: TextAbout) => Flagged[];

/** An entry as the rules look at it. Amounts in 千円; last year's is 0 for a project that is new. */
export type CheckedEntry = Pick<EntryContent, TextField | 'amount' | 'mark'> & {
  year: number;
  lastYearAmount: number | null;
  isNew: boolean;
};

export type EntryPlace = TextField | 'amount' | 'mark';
/** With no span where the whole field is meant; `detail` tells what of several things a rule found. */
export type EntryFlagged = Partial<Flagged> & { place: EntryPlace; found: string; detail?: string };
export type EntryRule = (entry: CheckedEntry) => EntryFlagged[];

/** A text with the spans that a pattern finds. */
export const spansOf = (text: string, pattern: RegExp): Flagged[] =>
  Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));

const DIGIT_OFFSET = 0xfee0;
/** The same text, place by place, with digits, commas and points in half width. */
export const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９，．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - DIGIT_OFFSET));

export type Sentence = { text: string; start: number };
let newest: { text: string; sentences: Sentence[] } | undefined;
/** Up to 。 or the end of a line. A 。 within brackets ends none. Rule after rule asks for those of the same text. */
export function sentencesOf(text: string): Sentence[] {
  if (newest?.text !== text) newest = { text, sentences: split(text) };
  return newest.sentences;
}

function split(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let depth = 0;
  let start = 0;
  const end = (at: number) => {
    const found = text.slice(start, at);
    const lead = found.length - found.trimStart().length;
    if (found.trim() !== '') sentences.push({ text: found.trim(), start: start + lead });
    start = at;
    depth = 0;
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if ('「『（(【〈《'.includes(sign)) depth += 1;
    else if ('」』）)】〉》'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (sign === '\n' || (sign === '。' && text[index + 1] !== '。' && depth === 0)) end(index + 1);
  }
  end(text.length);
  return sentences;
}

/** The sentence that a place stands in. */
export const sentenceAt = (text: string, at: number): Sentence =>
  sentencesOf(text).findLast(({ start }) => start <= at) ?? { text, start: 0 };
