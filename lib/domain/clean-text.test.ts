import { expect, it } from 'vitest';
import { cleanLine, cleanLines, replacedCharacters, unusablePlace } from './clean-text';

const EMOJI = [
  '👩\u200d👧',
  '👩🏽\u200d🔧',
  '❤\ufe0f\u200d🔥',
  '👨\u200d👩\u200d👧\u200d👦',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  '1\ufe0f\u20e3',
];
const BREAKS = ['\r\n', '\r', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029'];

it.each(BREAKS)('takes %j for a line break, and in a line for a space', (ending) => {
  expect(cleanLines(`甲${ending}乙`)).toBe('甲\n乙');
  expect(cleanLine(`甲${ending}\t乙`)).toBe('甲 乙');
  expect(unusablePlace(`甲${ending}乙`)).toBeNull();
});

it('makes the usual kanji of radicals, and leaves every other sign as it is', () => {
  expect(cleanLines('⾼齢者⽀援を⼈に、⺟')).toBe('高齢者支援を人に、母');
  for (const kept of ['①㈱㍻ℓ', '神﨑', '辻\u{e0100}', '⺅', '①', '½', 'ｶﾞ', 'Ａ', ...EMOJI])
    expect(cleanLines(kept)).toBe(kept);
  for (let code = 0x2f00; code <= 0x2fd5; code += 1)
    expect(cleanLines(String.fromCodePoint(code))).toMatch(/^[\u4e00-\u9fff]$/);
});

it.each([...'\u061c\u200e\u200f\u202a\u202d\u202e\u2066\u2069'])('drops the direction mark %j', (mark) => {
  expect(cleanLines(`甲${mark}乙`)).toBe('甲乙');
});

it.each([...'\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u2060\u2064\u3164\ufeff\uffa0\ufff9\u{e0041}'])(
  'drops %j, which nobody sees',
  (hidden) => {
    expect(cleanLine(`甲${hidden}乙`)).toBe('甲乙');
    expect(cleanLines(`${hidden}👩${hidden}${hidden}乙${hidden}`)).toBe('👩乙');
    expect(replacedCharacters(`甲${hidden}`)).toEqual([{ from: hidden, to: '' }]);
  },
);

it('drops joiners and tags that join nothing, and says nothing of those that do', () => {
  for (const [typed, clean] of [
    ['👩\u200d乙', '👩乙'],
    ['👩\u200d\u200d👧', '👩👧'],
    ['甲\u200d👧', '甲👧'],
    ['👩\u200b\u200d👧', '👩👧'],
    ['🏴\u{e0067}\u{e0062}', '🏴'],
  ] as const) {
    expect(cleanLines(typed)).toBe(clean);
    expect(cleanLines(clean)).toBe(clean);
  }
  expect(replacedCharacters(EMOJI.join(''))).toEqual([]);
});

it('says what it changed, each sign once', () => {
  expect(replacedCharacters('⾼⾼⽀\u202e\u202e①\u000b')).toEqual([
    { from: '⾼', to: '高' },
    { from: '⽀', to: '支' },
    { from: '\u202e', to: '' },
  ]);
  expect(replacedCharacters('⺅')).toEqual([]);
});

it.each([
  ['甲\u0007', 2],
  ['\u0000甲', 1],
  ['𠮷\r\n\u007f', 3],
  ['甲\ud842', 2],
  ['甲\u200b乙\u0007', 3],
  ['甲乙', null],
  ['𠮷', null],
])('finds what can’t be stored in %j at %s', (typed, place) => {
  expect(unusablePlace(typed)).toBe(place);
});
