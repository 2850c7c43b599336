import path from 'node:path';
import { runChild } from '../children.mjs';
import { pause } from '../process-identity.mjs';
import { randomFrom } from '../random.mjs';
import { makeActors } from './actors.mjs';
import { FAULTS, needsDisk } from './faults.mjs';
import { contradictions, Journal, untold } from './journal.mjs';
import { report } from './report.mjs';
import { openSite } from './site.mjs';

const LIMIT_MS = 60_000;
const GIVEN_UP_MS = 300_000;

/** @returns how many ms after `since` the first change was acknowledged that was sent after it; undefined: never. */
async function recovery(journal, since) {
  for (const deadline = since + GIVEN_UP_MS; Date.now() < deadline; await pause(50))
    if (journal.lastChangeBegan > since) return Date.now() - since;
  return undefined;
}

/** What is wrong by now, in words. */
async function examine(site, journal) {
  const env = { ...process.env, DATABASE_URL: site.databaseUrl() };
  const tool = path.join(site.buildFolder(), 'tools/audit-verify.mjs');
  const { code, output } = await runChild(process.execPath, [tool], { env });
  const found = await contradictions(site, journal);
  return code === 0 ? found : [...found, `audit:verify: ${output}`];
}

async function breakOnce(site, journal, { name, random, started }) {
  const at = (Date.now() - started) / 1000;
  await FAULTS[name](site, random);
  const took = await recovery(journal, Date.now());
  const violations = [];
  if (took === undefined || took > LIMIT_MS) violations.push(`back after ${took ?? 'never'} ms`);
  if (took !== undefined) violations.push(...(await examine(site, journal)));
  console.log(`${at.toFixed(0)} s  ${name}: ${took === undefined ? 'never' : `${(took / 1000).toFixed(1)} s`}`);
  for (const violation of violations) console.error(`  ${violation}`);
  if (violations.length > 0) console.error(site.output().split('\n').slice(-40).join('\n'));
  return { at, name, took, violations };
}

/** Every fault once before any comes again, in an order that the seed chooses. */
function* order(names, random) {
  for (;;) {
    const left = [...names];
    while (left.length > 0) yield left.splice(random.integer(0, left.length - 1), 1)[0];
  }
}

/** @returns whether nothing was violated. */
export async function run({ seed, minutes }) {
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
    const faults = [];
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
