import { expect, it } from 'vitest';
import { isBlank } from './blank';

it.each([
  ['nothing', ''],
  ['spaces of either width', ' \u3000\u00a0'],
  ['line breaks and tabs', '\r\n\t\u2028'],
  ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['direction marks', '\u200e\u202e\u2066'],
  ['variation selectors', '\ufe0f\u{e0100}'],
  ['tags', '\u{e0041}'],
  ['marks of annotations', '\ufff9\ufffa\ufffb'],
  ['the joiner of graphemes', '\u034f'],
  ['the blank of braille', '\u2800'],
  ['a filler of Hangul, first consonant', '\u115f'],
  ['a filler of Hangul, vowel', '\u1160'],
  ['a filler of Hangul', '\u3164'],
  ['a filler of Hangul, half width', '\uffa0'],
  ['all of it together', ' \u3000\u200b\u2800\u3164\n\ufe0f'],
])('takes %s for blank', (_, text) => {
  expect(isBlank(text)).toBe(true);
});

it.each(['あ', '。', '－', '0', '\u2801', '\u3000あ\u3000', '辻\u{e0100}', '\u200b-\u200b'])(
  'takes %j for content',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);
