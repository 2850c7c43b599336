import type { Journal } from './journal';

export type Broken = { at: number; name: string; took: number | undefined; violations: string[] };
type Run = { seed: number; seconds: number; faults: Broken[]; journal: Journal; untold: number };

const seconds = (ms: number | undefined) => (ms === undefined ? 'never' : (ms / 1000).toFixed(1));

/** As Markdown, for docs/bench.md. */
export function report({ seed, seconds: length, faults, journal, untold }: Run): void {
  const took = faults.map((fault) => fault.took ?? Number.POSITIVE_INFINITY);
  console.log(`\nSeed ${seed}, ${Math.round(length / 60)} minutes, 20 actors, ${faults.length} faults.\n`);
  console.log('| fault | times | back after s, median | longest |\n|---|---|---|---|');
  for (const name of [...new Set(faults.map((fault) => fault.name))].sort()) {
    const times = faults
      .filter((fault) => fault.name === name)
      .map((fault) => fault.took)
      .sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
    console.log(
      `| ${name} | ${times.length} | ${seconds(times[Math.floor((times.length - 1) / 2)])} | ${seconds(times.at(-1))} |`,
    );
  }
  console.log('\n| work | acknowledged | refused | not available | answer lost |\n|---|---|---|---|---|');
  for (const [kind, counts] of Object.entries(journal.counts).sort())
    console.log(`| ${kind} | ${counts.acknowledged} | ${counts.refused} | ${counts.unavailable} | ${counts.lost} |`);
  const violations = faults.flatMap((fault) => fault.violations).length;
  console.log(
    `\n${journal.changes.length} changes acknowledged, ${untold} more made whose answer was lost; longest outage ${seconds(Math.max(...took))} s; ${violations} violations.`,
  );
}
