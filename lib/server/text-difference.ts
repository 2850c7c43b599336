import 'server-only';
import { diffWords } from 'diff';
import type { TextPart } from '@/lib/domain/entry-history-view';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words that a Japanese text lost and gained. */
export const textDifference = (before: string, after: string): TextPart[] =>
  diffWords(before, after, { intlSegmenter: segmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
