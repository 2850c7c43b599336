import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptsOf, isRewritten, wordingsOf } from './wordings';

const LONG = '区役所は、地域の防災力を高めるため、令和３年度に策定した計画に基づき、自主防災組織の訓練を支援する。';

it.each([
  ['2,178千円', '2,187千円', [['2,178千円', '2,187千円']]],
  ['', '新規', [['', '新規']]],
  [
    `${LONG}${LONG}`,
    `${LONG}${LONG.replace('３', '４')}`,
    [['…防災力を高めるため、令和３年度に策定した計画に基づ…', '…防災力を高めるため、令和４年度に策定した計画に基づ…']],
  ],
  [
    `${LONG}${LONG}`,
    `${LONG.replace('３', '４')}${LONG}末。`,
    [
      [
        '…防災力を高めるため、令和３年度に策定した計画に基づ…災組織の訓練を支援する。',
        '…防災力を高めるため、令和４年度に策定した計画に基づ…災組織の訓練を支援する。末。',
      ],
    ],
  ],
  // A space alone differs.
  [
    LONG + LONG,
    `${LONG}　${LONG}`,
    [['…災組織の訓練を支援する。区役所は、地域の防災力を…', '…災組織の訓練を支援する。　区役所は、地域の防災力を…']],
  ],
])('%s → %s', (before, after, expected) => {
  expect(wordingsOf(before, after).map((wording) => [wording.before, wording.after])).toEqual(expected);
});

it('shows a rewritten text whole, in pieces that a page can hold', () => {
  const [before, after] = ['甲'.repeat(1_350), '乙丙'.repeat(450)];
  const found = wordingsOf(before, after);
  expect(found.length).toBe(7);
  expect(found.map((wording) => wording.before).join('')).toBe(before);
  expect(found.map((wording) => wording.after).join('')).toBe(after);
});

it('leaves out nothing that differs, whatever the texts', () => {
  const words = fc.array(fc.constantFrom('防災', '計画。', '令和４年度', '　', '\n', '1,234千円', '𠮷', 'を'), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const found = wordingsOf(before, after);
      for (const wording of found) expect(Math.max(wording.before.length, wording.after.length)).toBeLessThan(230);
      // What was cut is the same in both: put back, the one text becomes the other.
      const cut = (text: string) => text.split('…').filter((part) => part !== '');
      let rest = after;
      for (const part of cut(found.map((wording) => wording.after).join(''))) {
        expect(rest).toContain(part);
        rest = rest.slice(rest.indexOf(part) + part.length);
      }
      expect(found.every((wording) => wording.before === wording.after)).toBe(before === after);
    }),
    { numRuns: 150, seed: 7 },
  );
});

it('leaves out the sentences that both begin and end with, and tells what stands between', () => {
  const [before, after] = [`${LONG}${LONG}`, `${LONG}新しい文。${LONG}`];
  expect(excerptsOf(before, after, true)[0]?.filter(({ isSame }) => !isSame)).toEqual([
    { isSame: false, before: '', after: '新しい文。' },
  ]);
  expect(isRewritten(Array.from({ length: 10_000 }, () => ({ before, after })))).toBe(false);
});

it('takes 40 texts of 20,000 characters that are all rewritten for new ones', () => {
  const rewritten = (seed: number) =>
    Array.from({ length: 20_000 }, (_, index) => '区民地域連携推進'[(index * index * seed + index) % 8]).join('');
  const texts = Array.from({ length: 40 }, (_, index) => ({
    before: rewritten(index + 2),
    after: rewritten(index + 3),
  }));
  expect(isRewritten(texts)).toBe(true);
  for (const { before, after } of texts)
    expect(excerptsOf(before, after, true)).toEqual([[{ isSame: false, before, after }]]);
});
