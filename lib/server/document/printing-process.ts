import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import path from 'node:path';
import type { PrintJob, PrintResult } from '@/lib/document/print-job';

const BUNDLED = 'tools/print-document.mjs';
/** With the packages that the server has: it may be ended at any time. */
const FROM_SOURCE = ['scripts/bootstrap.mjs', '--no-install', 'tools/print-document'];
const HEAP_MB = 512;
const PAGE_BYTES = 4096;
const MILLISECONDS_PER_TICK = 10;
/** On a machine that has much else to do, a job may wait for its turn twice as long as it works. */
const PATIENCE = 3;
/** Behind everything that somebody waits for on a screen. */
const LOW_PRIORITY = 10;

/** Milliseconds of work of one job, and without a job. */
export type Limits = { milliseconds: number; memoryBytes: number; idleMilliseconds: number };
/** The same document would be too much again. */
export class TooLarge extends Error {}

type Answer = { ok: true; value: PrintResult } | { ok: false; message: string };

function start(): ChildProcess {
  const file = (name: string) => path.join(/* turbopackIgnore: true */ process.cwd(), name);
  const [program = '', ...args] = existsSync(file(BUNDLED)) ? [BUNDLED] : FROM_SOURCE;
  const child = fork(file(program), args, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
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

/** CPU time and resident memory so far; 0 where the system doesn't say. */
async function costOf(pid: number): Promise<{ milliseconds: number; memoryBytes: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]];
  return { milliseconds: (user + system) * MILLISECONDS_PER_TICK, memoryBytes: pages * PAGE_BYTES };
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

  print(job: PrintJob): Promise<PrintResult> {
    clearTimeout(this.#idle);
    const child = this.#child?.connected ? this.#child : start();
    this.#child = child;
    return new Promise<PrintResult>((resolve, reject) => {
      let isSettled = false;
      const end = (settle: () => void, isOver = false) => {
        if (isSettled) return;
        isSettled = true;
        clearTimeout(overrun);
        clearInterval(watch);
        child.removeAllListeners();
        child.on('error', () => undefined);
        if (isOver && this.#child === child) this.stop();
        if (!isOver) this.#idle = setTimeout(() => this.stop(), this.limits.idleMilliseconds).unref();
        settle();
      };
      const fail = (why: string, Kind: typeof Error | typeof TooLarge = Error) =>
        end(() => reject(new Kind(`printing: ${why}`)), true);
      const { milliseconds, memoryBytes } = this.limits;
      const overrun = setTimeout(() => fail('too long'), milliseconds * PATIENCE);
      let before: number | undefined;
      const look = async () => {
        const cost = await costOf(child.pid ?? 0);
        before ??= cost.milliseconds;
        if (cost.milliseconds - before > milliseconds) fail('too much work', TooLarge);
        if (cost.memoryBytes > memoryBytes) fail('too much memory', TooLarge);
      };
      void look();
      const watch = setInterval(look, 500);
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
