import { readFileSync } from 'node:fs';
import type { DocumentInput } from '@/lib/document/document-input';
import { DOCUMENT_FORMATS, formatIdOf } from '@/lib/document/formats';
import { toPrintable } from '@/lib/document/printable';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { DOCUMENTS } from '@/lib/document/templates/templates';

/** Milliseconds, the size of the files, and the most memory of the process. */
export type Measured = { cold: number; warm: number; bytes: number; megabytes: number };

const [count = '', asked, runCount = '20'] = process.argv.slice(2);
const WARM_RUNS = Number(runCount);
const format = formatIdOf(asked);
if (!format) throw new Error(`no format ${asked}`);

const read = readText(readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8'));
if (!read.ok) throw new Error('the seed document is refused');
const small = inputFromRead(read.value);

const input = (run: number): DocumentInput => {
  const entries = Array.from({ length: Number(count) }, (_, index) => {
    const entry = small.entries[index % small.entries.length];
    if (!entry) throw new Error('no entry');
    return { ...entry, sortOrder: index, amount: (entry.amount ?? 0) + run };
  });
  return { ...small, entries };
};

/** All formats are of both documents. */
const builds = format === 'zip' ? Object.values(DOCUMENTS) : [DOCUMENTS.document];

const time = async (run: number) => {
  const started = performance.now();
  let bytes = 0;
  for (const build of builds) {
    // Cold begins before the compiler and its native code are loaded.
    const file = await DOCUMENT_FORMATS[format].render(toPrintable(build(input(run))), { page: 1, name: 'd1' });
    bytes += file?.length ?? 0;
  }
  return { ms: performance.now() - started, bytes };
};

const cold = await time(0);
const runs: number[] = [];
for (let run = 1; run <= WARM_RUNS; run += 1) runs.push((await time(run)).ms);
const warm = runs.sort((a, b) => a - b)[WARM_RUNS >> 1] ?? Number.NaN;
const megabytes = process.resourceUsage().maxRSS / 1024;
const measured: Measured = { cold: cold.ms, warm, bytes: cold.bytes, megabytes };
console.log(JSON.stringify(measured));
