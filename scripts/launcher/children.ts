import { type SpawnOptions, spawn } from 'node:child_process';
import { endGroup, identityOf, type ProcessIdentity } from './process-identity';

type Ended = { code: number; output: string };

const running = new Set<{ identity: ProcessIdentity; ended: Promise<Ended> }>();
let isApart = false;
let isEnding = false;

/** From now on Ctrl-C reaches this process alone, which ends the others in order by `endChildren`. */
export function keepSignals(): void {
  isApart = process.platform !== 'win32';
}

/**
 * Runs a program to its end; `isKept`: not one that `endChildren` cuts short.
 * @returns its exit code, and what it wrote where its streams are not somebody else's.
 */
export function runChild(
  command: string,
  args: string[],
  { isKept = false, ...options }: SpawnOptions & { isKept?: boolean } = {},
): Promise<Ended> {
  if (isEnding && !isKept) return Promise.resolve({ code: 1, output: '' });
  const child = spawn(command, args, { ...options, detached: isApart });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<Ended>((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
  if (!isKept && child.pid) {
    const entry = { identity: identityOf(child.pid), ended };
    running.add(entry);
    ended.then(() => running.delete(entry));
  }
  return ended;
}

/** Ends what runs, and lets nothing more begin. */
export async function endChildren(): Promise<void> {
  isEnding = true;
  await Promise.all([...running].map(({ identity }) => endGroup(identity)));
}
