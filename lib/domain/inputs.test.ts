import { describe, expect, it } from 'vitest';
import { PROSE_LIMIT } from './entry/entry-field-table';
import { fieldErrors } from './field-errors';
import { amountInput, isId, lineInput, numberInput, proseInput, reasonInput, versionInput, yearInput } from './inputs';

type Schema = typeof proseInput | typeof amountInput | typeof versionInput;

/** What is stored, or the first complaint. */
function read(schema: Schema, typed: unknown) {
  const parsed = schema.safeParse(typed);
  return parsed.success ? { stored: parsed.data } : { error: fieldErrors(parsed.error.issues)[''] };
}

const LINE = lineInput(5);
const BLANKS = ['', ' ', '\u3000\n', '\u200b', '\ufeff\u00ad', '\u2800', '\u115f\u1160\u3164\uffa0', '\ufe0f'];

describe.each([
  ['a line', LINE, 5],
  ['a reason', reasonInput, PROSE_LIMIT],
  ['prose', proseInput, PROSE_LIMIT],
])('%s', (name, schema, limit) => {
  it.each(BLANKS)('takes %j for empty', (typed) => {
    expect(read(schema, typed)).toEqual(name === 'prose' ? { stored: '' } : { error: 'required' });
  });

  it('holds as many characters as its limit, as a person counts them, and no more', () => {
    for (const letter of ['あ', '𠮷']) {
      expect(read(schema, letter.repeat(limit))).toEqual({ stored: letter.repeat(limit) });
      expect(read(schema, ` ${letter.repeat(limit)}\n`)).toEqual({ stored: letter.repeat(limit) });
      expect(read(schema, letter.repeat(limit + 1))).toEqual({ error: `too_long_${limit}` });
    }
  });

  it.each(['\u0000', '\u0007', '\u001f', '\u007f', '\u009f', '\ud842', '\udfb7'])(
    'names the place of %j, which nobody can mean',
    (character) => {
      expect(read(schema, `甲${character}乙`)).toEqual({ error: 'unusable_2' });
    },
  );

  it.each(['甲\u3000乙', '①㈱', '辻\u{e0100}', '−~', '👩\u200d👧'])('leaves %j as it was typed', (typed) => {
    expect(read(schema, typed)).toEqual({ stored: typed });
  });

  it('takes text alone', () => {
    for (const typed of [1, null, undefined, ['甲']]) expect(read(schema, typed)).toHaveProperty('error');
  });
});

it('makes one line of what is pasted into a line', () => {
  expect(read(LINE, '甲\r\n\t乙\u000b丙')).toEqual({ stored: '甲 乙 丙' });
});

it('keeps the lines of prose, whatever ends them', () => {
  for (const schema of [proseInput, reasonInput])
    expect(read(schema, '甲\r\n乙\u000b⾼\n\n丁\t戊')).toEqual({ stored: '甲\n乙\n高\n\n丁\t戊' });
});

it.each([
  ['３，８９８', { stored: 3898 }],
  ['389万8千円', { stored: 3898 }],
  ['0', { stored: 0 }],
  ['△0', { stored: 0 }],
  ['', { stored: null }],
  ['\u3000', { stored: null }],
  ['9,999,999,999', { stored: 9_999_999_999 }],
  ['△1', { error: 'negative_amount' }],
  ['(3,898)', { error: 'negative_amount' }],
  ['10,000,000,000', { error: 'amount_too_large' }],
  ['1円', { error: 'fraction_of_thousand_yen' }],
  ['あああああ', { error: 'not_an_amount' }],
  [`${' '.repeat(39)}1`, { stored: 1 }],
  [`${' '.repeat(40)}1`, { error: 'not_an_amount' }],
])('reads the amount %j', (typed, expected) => {
  expect(read(amountInput, typed)).toEqual(expected);
});

it.each([
  ['0191a208-832a-7685-8000-000000000001', true],
  ['0191a208-832a-7685-8000-00000000000', false],
  ["0191a208-832a-7685-8000-000000000001'", false],
  ['1', false],
  [undefined, false],
])('takes %j for an id: %s', (text, expected) => {
  expect(isId(text)).toBe(expected);
});

const NOT_A_NUMBER = { error: 'not_up_to_999' };
it.each<[string, object]>([
  ['1', { stored: 1 }],
  [' ９９９\n', { stored: 999 }],
  ['007', { stored: 7 }],
  ['\u200b', { stored: null }],
  ['', { stored: null }],
  ...['0', '1000', '-1', '1.5', '①', '1 2', '三', '1,0', '１位'].map((typed): [string, object] => [
    typed,
    NOT_A_NUMBER,
  ]),
])('reads the number %j', (typed, expected) => {
  expect(read(numberInput(999), typed)).toEqual(expected);
});

it('takes whole versions from one, and the years that have a name', () => {
  for (const version of [1, 2_000_000]) expect(read(versionInput, version)).toEqual({ stored: version });
  for (const version of [0, -1, 1.5, '1', Number.NaN]) expect(read(versionInput, version)).toHaveProperty('error');
  for (const year of [1989, 2100]) expect(read(yearInput, year)).toEqual({ stored: year });
  for (const year of [1988, 2101, 2023.5, '2023']) expect(read(yearInput, year)).toHaveProperty('error');
});
