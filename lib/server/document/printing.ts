import 'server-only';
import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { Asked, PrintResult } from '@/lib/document/print-job';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { logError } from '@/lib/server/log';
import { type Limits, PrintingProcess, TooLarge } from './printing-process';
import type { Source } from './source';

const KEPT_BYTES = 64 * 1024 * 1024;
const LIMITS: Limits = { milliseconds: 20_000, memoryBytes: 1024 ** 3, idleMilliseconds: 20_000 };
/** Characters of the data: what is larger, or in every format at once, has no place where nothing may wait behind it. */
const SHORT = 200_000;
/** How many answers may be waited for: nobody takes all the places. */
const MOST_WAITING = { person: 10, all: 100 };

type Answer = Result<PrintResult>;
type Lane = { process: PrintingProcess; isForShort: boolean };
type Waiting = { person: string; answer: (answer: Answer) => void };
type Job = {
  key: string;
  source: Source;
  isShort: boolean;
  asked: Asked;
  waiting: Waiting[];
  process?: PrintingProcess;
};

/** What needs no pages is made at once, whatever its size. */
function isShort({ text }: Source, asked: Asked): boolean {
  if (typeof asked === 'string') return asked !== 'differences' || text.length < SHORT;
  const { form } = asked;
  if (form === 'text' || form === 'model') return true;
  return text.length < SHORT && !(typeof form === 'object' && form.format === 'zip');
}

/** What an answer takes beside its bytes: a page that isn't there has none. */
const LEAST_BYTES = 1024;
const sizeOf = ({ file }: PrintResult): number =>
  LEAST_BYTES + (typeof file === 'string' ? 2 : 1) * (file?.length ?? 0);

/** The next job: a person who asks for hundreds of pages waits behind those who ask for one. */
function fairest(jobs: readonly Job[], isForShort: boolean): Job | undefined {
  const asked = new Map<string, number>();
  for (const { person } of jobs.flatMap(({ waiting }) => waiting)) asked.set(person, (asked.get(person) ?? 0) + 1);
  const fewest = ({ waiting }: Job) => Math.min(...waiting.map(({ person }) => asked.get(person) ?? 0));
  const waiting = jobs.filter(({ process, isShort }) => !process && (isShort || !isForShort));
  return waiting.sort((one, other) => fewest(one) - fewest(other))[0];
}

/** Prints documents beside the server: one document a person at a time, equal ones once, the results kept by their bytes. */
export class Printing {
  readonly #kept = new LRUCache<string, PrintResult>({ maxSize: KEPT_BYTES, sizeCalculation: sizeOf });
  readonly #jobs = new Map<string, Job>();
  readonly #lanes: Lane[];

  /** `count` processes take anything; one more, started while all that they do is long, takes what is short. */
  constructor(count = Math.max(1, availableParallelism() - 1), limits = LIMITS) {
    const lane = (isForShort: boolean): Lane => ({ process: new PrintingProcess(limits), isForShort });
    this.#lanes = [...Array.from({ length: count }, () => lane(false)), lane(true)];
  }

  get pids(): number[] {
    return this.#lanes.flatMap(({ process }) => process.pid ?? []);
  }

  stop(): void {
    for (const { process } of this.#lanes) process.stop();
  }

  print(person: string, source: Source, asked: Asked): Promise<Answer> {
    this.#replace(person, source, asked);
    const key = `${source.hash} ${JSON.stringify(asked)}`;
    const kept = this.#kept.get(key);
    if (kept) return Promise.resolve(succeed(kept));
    if (this.#isBusyFor(person)) return Promise.resolve(fail('print_busy'));
    return new Promise((answer) => {
      const job = this.#jobs.get(key) ?? { key, source, isShort: isShort(source, asked), asked, waiting: [] };
      job.waiting.push({ person, answer });
      this.#jobs.set(key, job);
      this.#next();
    });
  }

  #isBusyFor(person: string): boolean {
    const waiting = Array.from(this.#jobs.values()).flatMap((job) => job.waiting);
    const own = waiting.filter((of) => of.person === person);
    return waiting.length >= MOST_WAITING.all || own.length >= MOST_WAITING.person;
  }

  /** Of several states of a document that a person asks for, the last one is meant. Of comparisons each is, in a tab of its own. */
  #replace(person: string, { hash }: Source, asked: Asked): void {
    if (typeof asked === 'string') return;
    const isOlder = (of: Job) =>
      typeof of.asked !== 'string' && of.asked.document === asked.document && of.source.hash !== hash;
    for (const job of Array.from(this.#jobs.values()).filter(isOlder)) {
      for (const { answer } of job.waiting.filter((of) => of.person === person)) answer(fail('print_replaced'));
      job.waiting = job.waiting.filter((of) => of.person !== person);
      if (job.waiting.length > 0) continue;
      this.#jobs.delete(job.key);
      job.process?.stop();
    }
  }

  #next(): void {
    for (const { process, isForShort } of this.#lanes) {
      const jobs = Array.from(this.#jobs.values());
      const isBusy = jobs.some((job) => job.process === process);
      // Behind something short one's turn comes sooner than another process starts.
      const isSoon = isForShort && jobs.some((job) => job.process && job.isShort);
      const job = isBusy || isSoon ? undefined : fairest(jobs, isForShort);
      if (job) void this.#run(job, process);
    }
  }

  async #run(job: Job, process: PrintingProcess): Promise<void> {
    job.process = process;
    const answer: Answer = await process
      .print({ source: job.source.text, asked: job.asked })
      .then(succeed, (error: unknown) => {
        if (job.waiting.length > 0) logError(error);
        return fail(error instanceof TooLarge ? 'print_too_large' : 'print_failed');
      });
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key);
    if (answer.ok) this.#kept.set(job.key, answer.value);
    for (const { answer: reply } of job.waiting) reply(answer);
    this.#next();
  }
}
