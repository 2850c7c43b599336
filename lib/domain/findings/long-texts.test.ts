import { expect, test } from 'vitest';
import { blankContent } from '@/lib/domain/entry/entry';
import { PROSE_LIMIT } from '@/lib/domain/entry/entry-field-table';
import { checkEntry } from './check';
import { DEFAULT_DICTIONARY } from './house-dictionary';

const PIECES = [
  ...['1', '1,', '１', '〇', '十', '万', '億', '1万', '円', '1円', '千円', '約', '1 '],
  ...['（', '）', '「', '1)', '、', '。', '・', 'あ', 'ア', 'a', 'ー', '〇〇', '　', '\n'],
  ...[
    '予算額を計上',
    '予算額（',
    '予算額の',
    'うち',
    '令和４年度は',
    '令和4年',
    '年度',
    '区民',
    'のの',
    'について',
    '84,069千円',
  ],
  ...['支援する。', '支援します。', '障害者', '𠮷', '👍', '\u3099'],
];

/** Whoever types it, and on the server within a transaction. */
test.each(PIECES)('nothing but 「%s」 is checked in no time', (piece) => {
  const text = [...piece.repeat(PROSE_LIMIT)].slice(0, PROSE_LIMIT).join('');
  for (const end of ['', 'x']) {
    const entry = { ...blankContent, summary: text + end, innovation: text, name: text.slice(0, 120) };
    const before = process.cpuUsage();
    checkEntry({ ...entry, year: 2023, amount: 84_069, lastYearAmount: 8_469, isNew: false }, DEFAULT_DICTIONARY);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  }
});
