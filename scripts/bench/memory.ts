import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pause } from '../launcher/process-identity';
import type { Request } from './load';
import { memoryMegabytes } from './process-cost';

const CLIENTS = 20;
/** A person looks at what came before asking for more. */
const LEAST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 1200;

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);

type Report = { javascriptHeap: { usedMemory: number; totalCommittedMemory: number; externalMemory: number } };

/** Where Node says that its memory is, by the report that it writes when asked by a signal. */
async function heapOf(pid: number, folder: string) {
  process.kill(pid, 'SIGUSR2');
  await pause(3000);
  const name = readdirSync(folder).find((file) => file.includes(`.${pid}.`));
  if (!name) throw new Error('the server wrote no report');
  const { javascriptHeap: heap } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Report;
  return { used: heap.usedMemory, committed: heap.totalCommittedMemory, outside: heap.externalMemory };
}

type Mixed = {
  app: { pid: number };
  minutes: number;
  /** Of one person each, by name; one after the other, in an order of their own. */
  requests: Record<string, Request>;
  reports: string;
};

/** The memory of the server and of what it started, every two minutes of what twenty people do at once and a minute later. */
export async function measureMemory({ app, minutes, requests, reports }: Mixed): Promise<void> {
  const end = Date.now() + minutes * 60_000;
  const named = Object.entries(requests);
  const count = Object.fromEntries(named.map(([name]) => [name, 0]));
  const failures: Record<string, number> = {};
  const person = async (client: number) => {
    for (let turn = client; Date.now() < end; turn += 1) {
      const [name, request] = named[turn % named.length] ?? [];
      if (!name || !request) return;
      try {
        await request(client);
        count[name] = (count[name] ?? 0) + 1;
      } catch (error) {
        const failure = `${name}: ${error instanceof Error ? error.message : error}`;
        failures[failure] = (failures[failure] ?? 0) + 1;
      }
      await pause(LEAST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - LEAST_PAUSE_MS));
    }
  };
  console.log(`\n## Memory in ${minutes} minutes of mixed load by ${CLIENTS} people\n\n| minute | MB |\n|---|---|`);
  const printRow = (when: string) => console.log(`| ${when} | ${memoryMegabytes(app.pid).toFixed(0)} |`);
  printRow('before');
  const people = Promise.all(Array.from({ length: CLIENTS }, (_, client) => person(client)));
  for (let minute = 2; minute <= minutes; minute += 2) {
    await Promise.race([pause(120_000), people]);
    printRow(String(minute));
  }
  await people;
  await pause(60_000);
  printRow('a minute later');
  const { used, committed, outside } = await heapOf(app.pid, reports);
  const total = memoryMegabytes(app.pid);
  console.log(
    `\nOf ${total.toFixed(0)} MB then: JavaScript's heap ${megabytes(committed)} MB, ${megabytes(used)} MB of it in use; ` +
      `buffers outside of it ${megabytes(outside)} MB. Requests: ${JSON.stringify(count)}; failed: ${JSON.stringify(failures)}.`,
  );
}
