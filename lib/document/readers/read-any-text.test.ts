import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutated } from '@/scripts/test/mutated-text';
import { readText } from './read-text';

const EXTRACTED = 'lib/document/readers/extracted';
const FILES = ['prisma/seed-data/fy2022-d1.txt', ...readdirSync(EXTRACTED).map((name) => `${EXTRACTED}/${name}`)];
const RUNS = 300;

const figuresOf = (text: string): (number | null)[][] | null => {
  const read = readText(text);
  return read.ok ? read.value.categories.map(({ totals }) => Object.values(totals)) : null;
};

it.each(FILES)('%s, whatever was done to it, is read with its own figures or refused', (file) => {
  const text = readFileSync(file, 'utf8');
  const figures = figuresOf(text);
  expect(figures).toHaveLength(2);
  fc.assert(
    fc.property(mutated(text), (changed) => {
      const found = figuresOf(changed);
      if (found) expect(found).toEqual(figures);
    }),
    { numRuns: RUNS },
  );
});
