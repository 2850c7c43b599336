import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from '@/lib/document/readers/read-text';
import { blankContent } from '@/lib/domain/entry/entry';
import { checkEntry, checkText } from './check';
import { DEFAULT_DICTIONARY } from './house-dictionary';

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error('the seed is not read');
const { entries, categories, title, mark, draftMark, totalLabel, personnelNote, annexNote } = read.value;

test('texts that a ward has published hold no error, and at most two warnings', () => {
  const found = entries.flatMap(({ amountThousandYen, lastYearAmountThousandYen, ...texts }) =>
    checkEntry(
      {
        ...blankContent,
        ...texts,
        year: 2022,
        isNew: false,
        amount: amountThousandYen,
        lastYearAmount: lastYearAmountThousandYen,
      },
      DEFAULT_DICTIONARY,
    ),
  );
  const about = { year: 2022, isName: false, dictionary: DEFAULT_DICTIONARY };
  const frame = [title, mark, draftMark, totalLabel, personnelNote, annexNote];
  const frames = [...frame, ...categories.flatMap(({ label, explanation }) => [label, explanation])].flatMap((text) =>
    checkText('text', text, about),
  );
  const all = [...found, ...frames];
  expect(all.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(all.map(({ rule, place }) => `${rule} ${place}`)).toEqual([
    'far_from_last_year amount',
    'long_sentence innovation',
  ]);
});
