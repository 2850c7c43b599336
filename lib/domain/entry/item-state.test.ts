import { expect, it } from 'vitest';
import { type ItemState, itemState } from './item-state';

const FINE = { value: '概要', errors: 0, warnings: 0 };

it.each<[string, Partial<Parameters<typeof itemState>[0]>, ItemState]>([
  ['written', {}, { kind: 'entered' }],
  ['blank', { value: ' ' }, { kind: 'missing' }],
  ['never said', { value: undefined }, { kind: 'missing' }],
  ['as last year', { lastYear: '概要\n' }, { kind: 'same' }],
  ['touched since', { value: '概要。', lastYear: '概要' }, { kind: 'entered' }],
  ['blank, as last year', { value: '', lastYear: '' }, { kind: 'missing' }],
  ['a warning about last year’s words', { warnings: 2, lastYear: '概要' }, { kind: 'warning', count: 2 }],
  ['an error before a warning', { errors: 1, warnings: 2 }, { kind: 'error', count: 1 }],
  ['blank and wrong', { value: '', errors: 1 }, { kind: 'error', count: 1 }],
])('%s', (_name, item, expected) => {
  expect(itemState({ ...FINE, ...item })).toEqual(expected);
});
