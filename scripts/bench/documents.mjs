import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Documents are timed in new processes: the first one in each is cold, those behind it are warm and all different. */
export function measureDocuments(root) {
  console.log('\n## One PDF\n');
  for (const kind of ['fy2022', 'large']) {
    const args = [
      '--conditions=react-server',
      '--import',
      'tsx',
      path.join(root, 'scripts/bench/one-document.ts'),
      kind,
    ];
    const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    console.log(run.stdout.trim());
  }
}
