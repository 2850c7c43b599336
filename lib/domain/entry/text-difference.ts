import { diffArrays } from 'diff';
import type { TextPart } from './entry-history-view';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
/** Words and what stands between them: a space alone is a difference, too. */
const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Beyond so many changed words a text is a new one, and comparing word by word would cost seconds for nothing. */
const MOST_CHANGES = 200;

const whole = (kind: TextPart['kind'], text: string): TextPart[] => (text === '' ? [] : [{ kind, text }]);

/** The words that a Japanese text lost and gained; a rewritten text is all old and all new. */
export function textDifference(before: string, after: string, mostChanges = MOST_CHANGES): TextPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges });
  if (!changes) return [...whole('removed', before), ...whole('added', after)];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
