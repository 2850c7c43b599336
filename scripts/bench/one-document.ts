import { readFileSync } from 'node:fs';
import { buildDocument, type DocumentInput } from '@/lib/document/model';
import { inputFromRead } from '@/lib/document/read-input';
import { readText } from '@/lib/document/read-text';
import { renderPdf } from '@/lib/document/render-pdf';

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
const time = (run: number) => {
  const started = performance.now();
  const bytes = renderPdf(buildDocument(input(kind, run))).length;
  return { ms: performance.now() - started, bytes };
};

const cold = time(0);
const warm = Array.from({ length: WARM_RUNS }, (_, run) => time(run + 1).ms).sort((a, b) => a - b);
console.log(JSON.stringify({ cold: cold.ms, warm: warm[WARM_RUNS / 2], bytes: cold.bytes }));
