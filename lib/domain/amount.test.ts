import { describe, expect, it } from 'vitest';
import { formatAmount, parseAmount, readAmount, safeInteger, sumAmounts } from './amount';

describe('parseAmount', () => {
  it.each([
    ['３，８９８', 3898],
    ['3,898千円', 3898],
    ['3898', 3898],
    ['389万8千円', 3898],
    ['389万8千', 3898],
    ['12億442万9千円', 1_204_429],
    ['2,178,837千円', 2_178_837],
    ['12億4,429,000円', 1_204_429],
    ['△1,234', -1234],
    ['▲1,234', -1234],
    ['-5', -5],
    ['−5', -5],
    ['－５', -5],
    ['ー5', -5],
    ['（1,234）', -1234],
    ['3,898,000円', 3898],
    [' 12 ', 12],
    ['12億 442万 9千円', 1_204_429],
    ['△ 1,234 千円', -1234],
    ['¥8,500,000', 8500],
    ['￥８，５００，０００円', 8500],
    ['\\8,500,000', 8500],
    ['-¥8,000', -8],
    ['¥△8,000', -8],
    ['(¥8,000)', -8],
    ['¥5千万', 50_000],
    ['5千万円', 50_000],
    ['5千万', 50_000],
    ['１億５千万円', 150_000],
    ['3千2百万円', 32_000],
    ['2千5百億3千万円', 250_030_000],
    ['5百万円', 5000],
    ['3,898千', 3898],
    ['9,999,999,999', 9_999_999_999],
    ['0', 0],
    ['△0', 0],
    ['007', 7],
    ['\u202d3,898\u202c', 3898],
    ['\ufeff3,898\u200b千円', 3898],
  ])('reads %s', (text, value) => {
    expect(parseAmount(text)).toEqual({ ok: true, value });
  });

  it.each(['', '　', ' '])('takes %j as blank, which is not 0', (text) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['あああああ', 'not_an_amount'],
    ['12,34', 'not_an_amount'],
    ['1.5', 'not_an_amount'],
    ['389万80千円', 'not_an_amount'],
    ['((5))', 'not_an_amount'],
    ['△△5', 'not_an_amount'],
    ['円', 'not_an_amount'],
    ['¥', 'not_an_amount'],
    ['千円', 'not_an_amount'],
    ['¥¥5,000', 'not_an_amount'],
    ['5百3千円', 'not_an_amount'],
    ['5千12百万円', 'not_an_amount'],
    ['5億20千万円', 'not_an_amount'],
    ['3、898', 'not_an_amount'],
    ['100, 200', 'not_an_amount'],
    ['100、200', 'not_an_amount'],
    ['１００，　２００', 'not_an_amount'],
    ['¥8,500', 'fraction_of_thousand_yen'],
    ['￥８，５００円', 'fraction_of_thousand_yen'],
    ['3万2', 'fraction_of_thousand_yen'],
    ['3,898,500円', 'fraction_of_thousand_yen'],
    ['99999999999999999', 'amount_too_large'],
    ['10,000,000,000', 'amount_too_large'],
    ['100\t200', 'not_an_amount'],
    ['100 200', 'not_an_amount'],
    ['１００　２００', 'not_an_amount'],
    ['10²', 'not_an_amount'],
    ['100\u200b200', 'not_an_amount'],
    ['①', 'not_an_amount'],
  ])('refuses %s as %s', (text, code) => {
    expect(parseAmount(text)).toEqual({ ok: false, code });
  });
});

describe('formatAmount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [3898, '3,898'],
    [2_178_837, '2,178,837'],
    [-1234, '△1,234'],
  ])('prints %d as %s', (value, text) => {
    expect(formatAmount(value)).toBe(text);
    expect(parseAmount(text)).toEqual({ ok: true, value });
  });
});

it('refuses sums and bigints that a number cannot hold', () => {
  expect(sumAmounts([1, 2, 3])).toBe(6);
  expect(() => sumAmounts([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  expect(() => safeInteger(2n ** 53n)).toThrow(RangeError);
});

it('takes what can’t be read for blank where its field says so', () => {
  expect([readAmount('1,234千円'), readAmount('約5'), readAmount(''), readAmount()]).toEqual([1234, null, null, null]);
});
