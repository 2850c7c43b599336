import { describe, expect, it } from 'vitest';
import { unprintableIn } from './printable';

describe('characters that are lost in print', () => {
  it.each([
    ['𠮷野家と𠮷田', ['𠮷']],
    ['確認✔⓪済', ['✔']],
    ['😀と👨\u200d👩', ['😀', '👨', '👩']],
    ['葛\u{e01ef}', ['葛\u{e01ef}']],
  ])('%s', (text, lost) => {
    expect(unprintableIn([text])).toEqual(lost);
  });

  it.each([
    '髙﨑彅①㈱№～〜−‐‑―…￥♪',
    '辻\u{e0100}葛\u{e0101}',
    '☆\ufe0f',
    'か\u3099e\u0301',
    '文\u200b字\u00ad\t\u3000\n',
  ])('not %s', (text) => {
    expect(unprintableIn([text])).toEqual([]);
  });

  it('are named once, in the order of the texts', () => {
    expect(unprintableIn(['✔𠮷', '𠮷😀'])).toEqual(['✔', '𠮷', '😀']);
  });
});
