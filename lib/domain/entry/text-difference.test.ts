import { expect, it } from 'vitest';
import { textDifference } from './text-difference';

const random = (seed: number) =>
  Array.from({ length: 1000 }, (_, n) => String.fromCharCode(0x4e00 + ((seed * 7919 + n * 104729) % 20000))).join('');

it('marks the words that went and came', () => {
  expect(textDifference('学校と連携する。', '大学と連携する。')).toEqual([
    { kind: 'removed', text: '学校' },
    { kind: 'added', text: '大学' },
    { kind: 'same', text: 'と連携する。' },
  ]);
  expect(textDifference('大学　と連携', '大学と連携')).toContainEqual({ kind: 'removed', text: '　' });
  expect(textDifference('', '新しい文。')).toEqual([{ kind: 'added', text: '新しい文。' }]);
});

it('takes a rewritten text as a whole', () => {
  expect(textDifference(random(1), random(2))).toEqual([
    { kind: 'removed', text: random(1) },
    { kind: 'added', text: random(2) },
  ]);
});
