import { spawnSync } from 'node:child_process';
import path from 'node:path';

const PROCESSES = 5;

function measureOne(root, kind) {
  const file = path.join(root, 'scripts/bench/one-document.ts');
  const args = ['--conditions=react-server', '--import', 'tsx', file, kind];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const sorted = (runs, name) => runs.map((run) => run[name]).sort((a, b) => a - b);
const median = (numbers) => numbers[Math.floor(numbers.length / 2)];

/** Documents are timed in new processes: the first one in each is cold, those behind it are warm and all different. */
export function measureDocuments(root) {
  console.log(`\n## One PDF, in ${PROCESSES} new processes\n`);
  console.log('| | cold ms, median (from, to) | warm ms, median | KB |\n|---|---|---|---|');
  for (const kind of ['fy2022', '200 entries']) {
    const runs = Array.from({ length: PROCESSES }, () => measureOne(root, kind));
    const cold = sorted(runs, 'cold');
    const range = `${cold[0].toFixed(0)}, ${cold.at(-1).toFixed(0)}`;
    const warm = median(sorted(runs, 'warm')).toFixed(1);
    console.log(`| ${kind} | ${median(cold).toFixed(0)} (${range}) | ${warm} | ${Math.round(runs[0].bytes / 1024)} |`);
  }
}
