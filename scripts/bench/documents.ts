import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../launcher/folders';
import type { Measured } from './one-document';

const PROCESSES = 5;

function measureOne(kind: string): Measured {
  const args = [path.join(root, 'scripts/bootstrap.mjs'), 'bench/one-document', kind];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const sorted = (runs: Measured[], name: keyof Measured) => runs.map((run) => run[name]).sort((a, b) => a - b);
const median = (numbers: number[]) => numbers[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Documents are timed in new processes: the first one in each is cold, those behind it are warm and all different. */
export function measureDocuments(): void {
  console.log(`\n## One PDF, in ${PROCESSES} new processes\n`);
  console.log('| | cold ms, median (from, to) | warm ms, median | KB |\n|---|---|---|---|');
  for (const kind of ['fy2022', '200 entries']) {
    const runs = Array.from({ length: PROCESSES }, () => measureOne(kind));
    const cold = sorted(runs, 'cold');
    const range = `${cold[0]?.toFixed(0)}, ${cold.at(-1)?.toFixed(0)}`;
    const warm = median(sorted(runs, 'warm')).toFixed(1);
    const kilobytes = Math.round((runs[0]?.bytes ?? 0) / 1024);
    console.log(`| ${kind} | ${median(cold).toFixed(0)} (${range}) | ${warm} | ${kilobytes} |`);
  }
}
