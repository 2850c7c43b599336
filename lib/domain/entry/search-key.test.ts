import { expect, it } from 'vitest';
import { blankContent } from './entry';
import { entrySearchKey, searchKey } from './search-key';

it.each([
  ['ボウサイ', 'ぼうさい'],
  ['ﾎﾞｳｻｲ', 'ぼうさい'],
  ['カ゛ッコウ', 'がっこう'],
  ['ウ゛', 'ヴ'],
  ['ＣＭ', 'cm'],
  ['令和４年度', '令和4年度'],
  ['区 役　所', '区役所'],
  ['10〜20', '10～20'],
  ['Ｄ‐１', 'D-1'],
  ['㈱', '(株)'],
  ['辻\u{e0100}', '辻'],
])('finds %s as %s', (stored, typed) => {
  expect(searchKey(stored)).toBe(searchKey(typed));
});

it.each([
  ['は', 'ば'],
  ['つ', 'っ'],
  ['コー', 'コ'],
])('keeps %s and %s apart', (one, other) => {
  expect(searchKey(one)).not.toBe(searchKey(other));
});

it('makes no word across two fields', () => {
  const key = entrySearchKey({ ...blankContent, name: '活性化の推進', summary: '令和の取組', innovation: '連携' });
  expect(key).toContain(searchKey('推進'));
  expect(key).toContain(searchKey('連携'));
  expect(key).not.toContain(searchKey('推進令和'));
});
