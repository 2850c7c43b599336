import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import type { Print, PrintJob } from '@/lib/document/print-job';

const BUNDLED = 'tools/print-document.mjs';
const SOURCE = 'scripts/print-document.ts';
const HEAP_MB = 512;
const PAGE_BYTES = 4096;
/** Behind everything that somebody waits for on a screen. */
const LOW_PRIORITY = 15;

export type Limits = { milliseconds: number; memoryBytes: number; idleMilliseconds: number };
type Answer = { ok: true; value: Print } | { ok: false; message: string };

function start(): ChildProcess {
  const file = (name: string) => path.join(/* turbopackIgnore: true */ process.cwd(), name);
  const isBundled = existsSync(file(BUNDLED));
  const child = fork(file(isBundled ? BUNDLED : SOURCE), [], {
    serialization: 'advanced',
    execArgv: [
      `--max-old-space-size=${HEAP_MB}`,
      ...(isBundled ? [] : ['--conditions=react-server', '--import', 'tsx']),
    ],
    // Nothing of what the server knows: the data are all that it needs. One thread each.
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, RAYON_NUM_THREADS: '1', MALLOC_ARENA_MAX: '2' },
  });
  if (child.pid) {
    try {
      setPriority(child.pid, LOW_PRIORITY);
    } catch {
      // It has ended already, which its exit says.
    }
  }
  return child;
}

/** Resident memory; 0 where the system doesn't say. */
async function memoryOf(pid: number): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return Number(statm.split(' ')[1]) * PAGE_BYTES;
}

/**
 * A process of its own for the compiler's native code, which a thread can't be stopped in, and which would take the server
 * down with it. It is started for its first job, and ended when it was idle, took too long or too much.
 */
export class PrintingProcess {
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: Limits) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  print(job: PrintJob): Promise<Print> {
    clearTimeout(this.#idle);
    this.#child ??= start();
    const child = this.#child;
    return new Promise<Print>((resolve, reject) => {
      const end = (settle: () => void, isOver = false) => {
        clearTimeout(overrun);
        clearInterval(watch);
        child.removeAllListeners();
        child.on('error', () => undefined);
        if (isOver && this.#child === child) this.stop();
        if (!isOver) this.#idle = setTimeout(() => this.stop(), this.limits.idleMilliseconds).unref();
        settle();
      };
      const fail = (why: string) => end(() => reject(new Error(`printing: ${why}`)), true);
      const overrun = setTimeout(() => fail('too long'), this.limits.milliseconds);
      const watch = setInterval(async () => {
        if (child.pid && (await memoryOf(child.pid)) > this.limits.memoryBytes) fail('too much memory');
      }, 500);
      child.once('exit', (code, signal) => fail(`ended, ${signal ?? code}`));
      child.once('error', (error) => fail(String(error)));
      child.once('message', (answer: Answer) =>
        answer.ok ? end(() => resolve(answer.value)) : end(() => reject(new Error(answer.message))),
      );
      child.send(job, (error) => {
        if (error) fail(String(error));
      });
    });
  }
}
