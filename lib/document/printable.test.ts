import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

it('remembers no more than a ward writes, whatever is looked at', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const forms = Array.from({ length: 240 }, (_, form) => String.fromCodePoint(0xe0100 + form));
  for (let code = 0x4e00; code < 0x5200; code += 1)
    unprintableIn([forms.map((form) => String.fromCodePoint(code) + form).join('')]);
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
});
