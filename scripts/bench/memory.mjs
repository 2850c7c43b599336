import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { memoryMegabytes } from './process-cost.mjs';

const CLIENTS = 20;
/** A person looks at what came before asking for more. */
const PAUSE_MS = [200, 1200];

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const megabytes = (bytes) => (bytes / 1024 / 1024).toFixed(0);

/** Where Node says that its memory is, by the report that it writes when asked by a signal. */
async function heapOf(pid, folder) {
  process.kill(pid, 'SIGUSR2');
  await wait(3000);
  const name = readdirSync(folder).find((file) => file.includes(`.${pid}.`));
  const { javascriptHeap: heap } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  return { used: heap.usedMemory, committed: heap.totalCommittedMemory, outside: heap.externalMemory };
}

/**
 * The memory of the server and of what it started, every two minutes of what twenty people do at once and a minute later.
 * @param requests of one person each, by name; one after the other, in an order of their own.
 */
export async function measureMemory({ app, minutes, requests, reports }) {
  const end = Date.now() + minutes * 60_000;
  const names = Object.keys(requests);
  const count = Object.fromEntries(names.map((name) => [name, 0]));
  const failures = {};
  const person = async (client) => {
    for (let turn = client; Date.now() < end; turn += 1) {
      const name = names[turn % names.length];
      try {
        await requests[name](client);
        count[name] += 1;
      } catch ({ message }) {
        failures[`${name}: ${message}`] = (failures[`${name}: ${message}`] ?? 0) + 1;
      }
      await wait(PAUSE_MS[0] + Math.random() * (PAUSE_MS[1] - PAUSE_MS[0]));
    }
  };
  console.log(`\n## Memory in ${minutes} minutes of mixed load by ${CLIENTS} people\n\n| minute | MB |\n|---|---|`);
  const say = (when) => console.log(`| ${when} | ${memoryMegabytes(app.pid).toFixed(0)} |`);
  say('before');
  const people = Promise.all(Array.from({ length: CLIENTS }, (_, client) => person(client)));
  for (let minute = 2; minute <= minutes; minute += 2) {
    await Promise.race([wait(120_000), people]);
    say(minute);
  }
  await people;
  await wait(60_000);
  say('a minute later');
  const { used, committed, outside } = await heapOf(app.pid, reports);
  const total = memoryMegabytes(app.pid);
  console.log(
    `\nOf ${total.toFixed(0)} MB then: JavaScript's heap ${megabytes(committed)} MB, ${megabytes(used)} MB of it in use; ` +
      `buffers outside of it ${megabytes(outside)} MB. Requests: ${JSON.stringify(count)}; failed: ${JSON.stringify(failures)}.`,
  );
}
