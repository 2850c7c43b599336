import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../launcher/folders';
import type { Measured } from './one-document';

type Kind = { name: string; arguments: string[]; processes: number };

const KINDS: readonly Kind[] = [
  { name: 'FY2022, PDF', arguments: ['5', 'pdf'], processes: 5 },
  { name: '200 entries, PDF', arguments: ['200', 'pdf'], processes: 5 },
  { name: 'FY2022 and its annex, all formats', arguments: ['5', 'zip'], processes: 5 },
  { name: '400 entries and their annex, all formats', arguments: ['400', 'zip', '3'], processes: 1 },
];

function measureOne(kind: Kind): Measured {
  const args = [path.join(root, 'scripts/bootstrap.mjs'), 'bench/one-document', ...kind.arguments];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const sorted = (runs: Measured[], name: keyof Measured) => runs.map((run) => run[name]).sort((a, b) => a - b);
const median = (numbers: number[]) => numbers[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Documents are timed in new processes: the first one in each is cold, those behind it are warm and all different. */
export function measureDocuments(): void {
  console.log('\n## Documents, each kind in new processes\n');
  console.log('| | cold ms, median (from, to) | warm ms, median | KB | most MB |\n|---|---|---|---|---|');
  for (const kind of KINDS) {
    const runs = Array.from({ length: kind.processes }, () => measureOne(kind));
    const cold = sorted(runs, 'cold');
    const range = `${cold[0]?.toFixed(0)}, ${cold.at(-1)?.toFixed(0)}`;
    const warm = median(sorted(runs, 'warm')).toFixed(1);
    const kilobytes = Math.round((runs[0]?.bytes ?? 0) / 1024);
    const most = sorted(runs, 'megabytes').at(-1)?.toFixed(0);
    console.log(`| ${kind.name} | ${median(cold).toFixed(0)} (${range}) | ${warm} | ${kilobytes} | ${most} |`);
  }
}
