import { PROSE_LIMIT } from '../../../lib/domain/entry/entry-field-table';
import { checkEntry } from '../../../lib/domain/findings/check';
import type { CheckedEntry } from '../../../lib/domain/findings/finding';
import { DEFAULT_DICTIONARY } from '../../../lib/domain/findings/house-dictionary';
import { cleanEntries } from './measured';

const RUNS = 20;
const MANY = 400;

/** As long as 概要 and 工夫点 may be. */
const longest = (): CheckedEntry => {
  const prose = (field: 'summary' | 'innovation') =>
    cleanEntries
      .map((entry) => entry[field])
      .join('')
      .slice(0, PROSE_LIMIT);
  const [first] = cleanEntries;
  if (!first) throw new Error('no entry');
  return { ...first, summary: prose('summary'), innovation: prose('innovation') };
};

/** Milliseconds of CPU, whatever else runs: the first time in a process, and the median of those behind it. */
function time(entries: readonly CheckedEntry[]): { first: number; median: number } {
  const runs = Array.from({ length: RUNS }, () => {
    const started = process.cpuUsage();
    for (const entry of entries) checkEntry(entry, DEFAULT_DICTIONARY);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  const sorted = runs.slice(1).sort((a, b) => a - b);
  return { first: runs[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}

/** Checks of one entry, as after each pause of the typing, and of a year's 400. */
export function measureChecks(): void {
  const many = Array.from({ length: MANY }, (_, index) => cleanEntries[index % cleanEntries.length] ?? longest());
  console.log('\n## Checks of figures and texts\n\n| | first, ms of CPU | median |\n|---|---|---|');
  const cases = { 'one entry': many.slice(0, 1), 'one of 2,000 characters': [longest()], '400 entries': many };
  for (const [name, entries] of Object.entries(cases)) {
    const { first, median } = time(entries);
    console.log(`| ${name} | ${first.toFixed(1)} | ${median.toFixed(2)} |`);
  }
}
