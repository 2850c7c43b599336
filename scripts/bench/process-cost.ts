import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

function stat(pid: number): { parent: number; ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}

function family(first: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((pid) => [pid, stat(pid)?.parent]));
  const isOf = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return pid === first || (parent > 1 && isOf(parent));
  };
  return all.filter(isOf);
}

/** CPU that the process and its children have used so far, in ms. */
export const cpuMilliseconds = (pid: number): number =>
  family(pid).reduce((sum, of) => sum + (stat(of)?.ticks ?? 0), 0) * (1000 / TICKS_PER_SECOND);

/** Resident memory of the process and its children, in MB. */
export const memoryMegabytes = (pid: number): number =>
  family(pid).reduce((sum, of) => {
    const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${of}/status`, 'utf8'));
    return sum + Number(line?.[1] ?? 0) / 1024;
  }, 0);
