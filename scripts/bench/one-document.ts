import { readFileSync } from 'node:fs';
import type { DocumentInput } from '@/lib/document/document-input';
import { toPrintable } from '@/lib/document/printable';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { buildD1 } from '@/lib/document/templates/d1';

/** Milliseconds, and the size of the document. */
export type Measured = { cold: number; warm: number; bytes: number };

const LARGE = 200;
const WARM_RUNS = 20;

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error('the seed document is refused');
const small = inputFromRead(read.value);

const input = (kind: string, run: number): DocumentInput => {
  const count = kind === '200 entries' ? LARGE : small.entries.length;
  const entries = Array.from({ length: count }, (_, index) => {
    const entry = small.entries[index % small.entries.length];
    if (!entry) throw new Error('no entry');
    return { ...entry, sortOrder: index, amount: (entry.amount ?? 0) + run };
  });
  return { ...small, entries };
};

const [kind = 'fy2022'] = process.argv.slice(2);
const time = async (run: number) => {
  const started = performance.now();
  // Cold begins before the compiler and its native code are loaded.
  const { renderPdf } = await import('@/lib/document/render-pdf');
  const bytes = renderPdf(toPrintable(buildD1(input(kind, run)))).length;
  return { ms: performance.now() - started, bytes };
};

const cold = await time(0);
const runs: number[] = [];
for (let run = 1; run <= WARM_RUNS; run += 1) runs.push((await time(run)).ms);
const warm = runs.sort((a, b) => a - b)[WARM_RUNS / 2] ?? Number.NaN;
const measured: Measured = { cold: cold.ms, warm, bytes: cold.bytes };
console.log(JSON.stringify(measured));
