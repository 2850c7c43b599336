import { readFileSync } from 'node:fs';
import { readText } from '../../../lib/document/readers/read-text';
import { blankContent } from '../../../lib/domain/entry/entry';
import { checkEntry, type EntryFinding } from '../../../lib/domain/findings/check';
import type { CheckedEntry } from '../../../lib/domain/findings/finding';
import { DEFAULT_DICTIONARY } from '../../../lib/domain/findings/house-dictionary';
import { type RuleName, ruleOf } from '../../../lib/domain/findings/rules';
import { randomFrom } from '../random';
import { madeUpEntries } from './made-up-entries';
import { KIND_NAMES, KINDS, type Kind, withAmount, written } from './plant';

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error('the seed document is refused');

/** What a ward has published, and what was made up. */
export const cleanEntries: readonly CheckedEntry[] = [
  ...read.value.entries.map(({ amountThousandYen, lastYearAmountThousandYen, ...texts }) => ({
    ...blankContent,
    ...texts,
    year: 2022,
    isNew: false,
    amount: amountThousandYen,
    lastYearAmount: lastYearAmountThousandYen,
  })),
  ...madeUpEntries,
];

const check = (entry: CheckedEntry) => checkEntry(entry, DEFAULT_DICTIONARY);
const sameAs = (a: EntryFinding) => (b: EntryFinding) =>
  a.rule === b.rule && a.place === b.place && a.found === b.found;
/** What is found now and was not before. */
const newly = (entry: CheckedEntry, before: CheckedEntry): EntryFinding[] => {
  const known = check(before);
  return check(entry).filter((finding) => !known.some(sameAs(finding)));
};

export type Measured = {
  byKind: Record<Kind, { planted: number; found: number; missed: string[] }>;
  /** On texts without an error, and on right amounts put into them. */
  falseAlarms: { ofTexts: string[]; ofAmounts: string[] };
};

const said = ({ rule, place, found }: EntryFinding): string => `${rule} ${place} 「${found}」`;

/** Plants `count` errors, as many of each kind; the same for the same seed. */
export function measureFindings(count: number, seed: number): Measured {
  const random = randomFrom(seed);
  const byKind = Object.fromEntries(
    KIND_NAMES.map((kind) => {
      const rules: readonly RuleName[] = KINDS[kind].rules;
      const missed: string[] = [];
      const planted = count / KIND_NAMES.length;
      for (let index = 0; index < planted; index += 1) {
        const before = random.of(cleanEntries);
        const entry = KINDS[kind].plant(random, before);
        const isFound = newly(entry, before).some(({ rule }) => rules.includes(rule));
        if (!isFound) missed.push([entry.amount, entry.summary, entry.innovation].join('｜'));
      }
      return [kind, { planted, found: planted - missed.length, missed }];
    }),
  ) as Measured['byKind'];
  const ofAmounts = Array.from({ length: count }, () => {
    const before = random.of(cleanEntries);
    const { entry } = withAmount(random, before, written(random, before.amount ?? 0));
    return newly(entry, before).filter(({ rule }) => ruleOf(rule).severity === 'error' || rule === 'misgrouped_amount');
  });
  return {
    byKind,
    falseAlarms: { ofTexts: cleanEntries.flatMap(check).map(said), ofAmounts: ofAmounts.flat().map(said) },
  };
}

export const foundShare = ({ byKind }: Measured): number => {
  const all = Object.values(byKind);
  return all.reduce((sum, { found }) => sum + found, 0) / all.reduce((sum, { planted }) => sum + planted, 0);
};
