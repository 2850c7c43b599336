// npm run document:mutations -- [TEXTS] [PDFS] [SEED]: mutated texts and PDFs into the reader, in a worker with 2 s of work and
// 256 MB for each. Ends with 1 where one crashed, hung or was taken with a figure of the table that it doesn't have.

import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { toPrintable } from '@/lib/document/printable';
import { inputFromRead } from '@/lib/document/readers/read-input';
import { readText } from '@/lib/document/readers/read-text';
import { renderPdf } from '@/lib/document/render-pdf';
import { buildD1 } from '@/lib/document/templates/d1';
import { mutated, mutatedBytes } from '@/scripts/test/mutated-text';
import { pdfText } from '@/scripts/tools/pdf-text';

const SEED_FILE = 'prisma/seed-data/fy2022-d1.txt';
const EXTRACTED = 'lib/document/readers/extracted';
const MILLISECONDS = 2000;
const MEGABYTES = 256;

type Outcome = 'refused' | 'unreadable file' | 'right' | 'wrong' | 'crashed' | 'hung';
type Answer = { refused: true } | { unreadable: true } | { figures: string };

const figuresOf = (text: string): Answer => {
  const read = readText(text);
  if (!read.ok) return { refused: true };
  return { figures: JSON.stringify(read.value.categories.map(({ totals }) => Object.values(totals))) };
};

/** What a file can't be opened for is PDF.js's to say; the rest is the reader's. */
async function answerTo(mutant: string | Uint8Array): Promise<Answer> {
  if (typeof mutant === 'string') return figuresOf(mutant);
  const text = await pdfText(mutant).catch(() => null);
  return text === null ? { unreadable: true } : figuresOf(text);
}

function answerAll(): void {
  process.on('unhandledRejection', () => undefined);
  parentPort?.on('message', (mutant: string | Uint8Array) => {
    answerTo(mutant).then((answer) => parentPort?.postMessage(answer));
  });
  parentPort?.postMessage('ready');
}

class Reader {
  #worker: Worker | undefined;

  async #ready(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    worker.on('error', () => undefined);
    await once(worker, 'message');
    this.#worker = worker;
    return worker;
  }

  async ask(mutant: string | Uint8Array): Promise<Answer | 'crashed' | 'hung'> {
    const worker = await this.#ready();
    const waiting = new AbortController();
    const { signal } = waiting;
    // Of work, not of waiting for a busy machine.
    const before = process.cpuUsage();
    const overrun = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if (user + system > MILLISECONDS * 1000) waiting.abort();
    }, 200);
    worker.postMessage(mutant);
    const answer = await Promise.race([
      once(worker, 'message', { signal }).then(
        ([value]) => value as Answer,
        (): 'hung' | 'crashed' => (signal.aborted ? 'hung' : 'crashed'),
      ),
      once(worker, 'exit', { signal }).then(
        (): 'crashed' => 'crashed',
        (): 'hung' | 'crashed' => (signal.aborted ? 'hung' : 'crashed'),
      ),
    ]);
    clearInterval(overrun);
    waiting.abort();
    if (typeof answer === 'string') await this.stop();
    return answer;
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

async function run([texts = 16_000, pdfs = 4_000, seed = 1]: number[]): Promise<number> {
  const files = [SEED_FILE, ...readdirSync(EXTRACTED).map((name) => `${EXTRACTED}/${name}`)];
  const originals = files.map((file) => readFileSync(file, 'utf8'));
  const read = readText(originals[0] ?? '');
  if (!read.ok) throw new Error('the seed document is refused');
  const pdf = renderPdf(toPrintable(buildD1(inputFromRead(read.value))));
  const figures = JSON.stringify(read.value.categories.map(({ totals }) => Object.values(totals)));

  const reader = new Reader();
  const counts: Partial<Record<string, number>> = {};
  let slowest = 0;
  const tried = async (kind: string, mutant: string | Uint8Array) => {
    const before = process.cpuUsage();
    const answer = await reader.ask(mutant);
    const { user, system } = process.cpuUsage(before);
    slowest = Math.max(slowest, (user + system) / 1000);
    let outcome: Outcome = 'refused';
    if (typeof answer === 'string') outcome = answer;
    else if ('unreadable' in answer) outcome = 'unreadable file';
    else if ('figures' in answer) outcome = answer.figures === figures ? 'right' : 'wrong';
    counts[`${kind}: ${outcome}`] = (counts[`${kind}: ${outcome}`] ?? 0) + 1;
    if (outcome === 'wrong' || outcome === 'crashed' || outcome === 'hung')
      console.error(
        `${outcome}: ${JSON.stringify(typeof mutant === 'string' ? mutant : Array.from(mutant)).slice(0, 3000)}`,
      );
  };
  const BATCH = 100;
  for (let done = 0; done < texts; done += BATCH)
    for (const mutant of fc.sample(mutated(originals[(done / BATCH) % originals.length] ?? ''), {
      numRuns: Math.min(BATCH, texts - done),
      seed: seed + done,
    }))
      await tried('text', mutant);
  for (let done = 0; done < pdfs; done += BATCH)
    for (const mutant of fc.sample(mutatedBytes(pdf), { numRuns: Math.min(BATCH, pdfs - done), seed: seed + done }))
      await tried('pdf', mutant);
  await reader.stop();
  console.log(JSON.stringify({ ...counts, 'slowest in ms of CPU': Math.round(slowest) }, null, 1));
  return Object.keys(counts).some((outcome) => /wrong|crashed|hung/.test(outcome)) ? 1 : 0;
}

if (isMainThread) process.exitCode = await run(process.argv.slice(2).map(Number));
else answerAll();
