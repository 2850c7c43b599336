// Breaks the running program at random moments while 20 people work with it: npm run chaos -- --seed 1 [--minutes 30]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runChild } from '../../launcher/children';
import { generateClient } from '../../launcher/generate-client';
import { pause } from '../../launcher/process-identity';
import { type Random, randomFrom } from '../random';
import { makeActors } from './actors';
import { FAULTS, needsDisk } from './faults';
import { contradictions, Journal, untold } from './journal';
import { type Broken, report } from './report';
import { openSite, type Site } from './site';

const LIMIT_MS = 60_000;
const GIVEN_UP_MS = 300_000;

/** @returns how many ms after `since` the first change was acknowledged that was sent after it; undefined: never. */
async function recovery(journal: Journal, since: number): Promise<number | undefined> {
  for (const deadline = since + GIVEN_UP_MS; Date.now() < deadline; await pause(50))
    if (journal.lastChangeBegan > since) return Date.now() - since;
  return undefined;
}

/** What is wrong by now, in words. */
async function examine(site: Site, journal: Journal): Promise<string[]> {
  const env = { ...process.env, DATABASE_URL: site.databaseUrl() };
  const tool = path.join(site.buildFolder(), 'tools/audit-verify.mjs');
  const { code, output } = await runChild(process.execPath, [tool], { env });
  const found = await contradictions(site, journal);
  return code === 0 ? found : [...found, `audit:verify: ${output}`];
}

type Moment = { name: string; random: Random; started: number };

async function breakOnce(site: Site, journal: Journal, { name, random, started }: Moment): Promise<Broken> {
  const at = (Date.now() - started) / 1000;
  await FAULTS[name]?.(site, random);
  const took = await recovery(journal, Date.now());
  const violations: string[] = [];
  if (took === undefined || took > LIMIT_MS) violations.push(`back after ${took ?? 'never'} ms`);
  if (took !== undefined) violations.push(...(await examine(site, journal)));
  console.log(`${at.toFixed(0)} s  ${name}: ${took === undefined ? 'never' : `${(took / 1000).toFixed(1)} s`}`);
  for (const violation of violations) console.error(`  ${violation}`);
  if (violations.length > 0) console.error(site.output().split('\n').slice(-40).join('\n'));
  return { at, name, took, violations };
}

/** Every fault once before any comes again, in an order that the seed chooses. */
function* order(names: string[], random: Random): Generator<string, never> {
  for (;;) {
    const left = [...names];
    while (left.length > 0) yield* left.splice(random.integer(0, left.length - 1), 1);
  }
}

/** @returns whether nothing was violated. */
async function run({ seed, minutes }: { seed: number; minutes: number }): Promise<boolean> {
  const site = await openSite();
  const interrupted = new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, resolve);
  });
  let isOver = false;
  interrupted.then(() => {
    isOver = true;
  });
  try {
    const hasDisk = await site.open();
    if (!hasDisk) console.log('No disk can be mounted here: the faults of a full disk are left out.');
    const journal = new Journal();
    const random = randomFrom(seed);
    const actors = await makeActors(site, journal, seed);
    const lives = Promise.all(actors.map((actor) => actor.live(() => isOver)));
    lives.catch(() => {
      isOver = true;
    });
    const started = Date.now();
    const faults: Broken[] = [];
    const names = order(
      Object.keys(FAULTS).filter((name) => hasDisk || !needsDisk(name)),
      random,
    );
    while (!isOver && Date.now() - started < minutes * 60_000) {
      await pause(random.between(5, 25) * 1000);
      const fault = await breakOnce(site, journal, { name: names.next().value, random, started });
      faults.push(fault);
      isOver ||= fault.took === undefined;
    }
    isOver = true;
    await lives;
    const atTheEnd = await examine(site, journal);
    for (const violation of atTheEnd) console.error(violation);
    report({ seed, seconds: (Date.now() - started) / 1000, faults, journal, untold: await untold(site, journal) });
    return atTheEnd.length === 0 && faults.every(({ violations }) => violations.length === 0);
  } finally {
    await site.close();
  }
}

const { values } = parseArgs({ options: { seed: { type: 'string' }, minutes: { type: 'string', default: '30' } } });
const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
if (!Number.isInteger(seed) || !(minutes > 0 && minutes <= 240)) {
  console.error('npm run chaos -- --seed 1 [--minutes 30]');
  process.exit(1);
}
if (!(await generateClient())) process.exit(1);
process.exit((await run({ seed, minutes })) ? 0 : 1);
