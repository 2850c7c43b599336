import { spawn } from 'node:child_process';
import { endGroup, identityOf } from './process-identity.mjs';

const running = new Set();
let isApart = false;
let isEnding = false;

/** From now on Ctrl-C reaches this process alone, which ends the others in order by `endChildren`. */
export function keepSignals() {
  isApart = process.platform !== 'win32';
}

/**
 * Runs a program to its end; `isKept`: not one that `endChildren` cuts short.
 * @returns its exit code, and what it wrote where its streams are not somebody else's.
 */
export function runChild(command, args, { isKept = false, ...options } = {}) {
  if (isEnding && !isKept) return Promise.resolve({ code: 1, output: '' });
  const child = spawn(command, args, { ...options, detached: isApart });
  let output = '';
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise((resolve) => {
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
export async function endChildren() {
  isEnding = true;
  await Promise.all([...running].map(({ identity }) => endGroup(identity)));
}
