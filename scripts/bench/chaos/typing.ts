// Breaks everything around people who are writing, with nothing saved by a press: npm run chaos:typing -- --seed 1 [--faults 1000]
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { entryPaths } from '../../../lib/routes';
import { generateClient } from '../../launcher/generate-client';
import { pause, signal } from '../../launcher/process-identity';
import { findBrowser, launchOptions } from '../../test/browser';
import { type Random, randomFrom } from '../random';
import { openSite, type Site } from './site';
import { KEPT_AFTER_MS, Writer } from './writer';

const YEAR = 2023;
/** Killed before it was well for half a minute, the server is left alone for longer each time (supervise.ts). */
const KILLS_APART_MS = 45_000;

/** Each entry has somebody of its 課 at it. */
const WRITERS = `SELECT e.id, a.id AS "accountId", a.login_id AS "loginId" FROM entry e
  JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
  JOIN membership m ON m.ward_id = e.ward_id AND m.department_id = e.department_id AND 'drafter' = ANY (m.roles)
  JOIN account a ON a.id = m.account_id WHERE y.year = $1 ORDER BY e.id`;
type Person = { id: string; accountId: string; loginId: string };

const KILL = 'server killed';
type Fault = (at: { site: Site; writer: Writer; random: Random; accountId: string }) => Promise<unknown>;

/** Each resolves when there is somebody at a page again; what follows it is typed into whatever is left of it. */
const FAULTS: Record<string, Fault> = {
  [KILL]: async ({ site }) => signal(site.server(), 'SIGKILL'),
  'server stopped for a while': async ({ site, random }) => {
    const server = site.server();
    signal(server, 'SIGSTOP');
    setTimeout(() => signal(server, 'SIGCONT'), random.between(200, 3000));
  },
  'network cut': async ({ writer, random }) => {
    await writer.setOffline(true);
    setTimeout(() => void writer.setOffline(false), random.between(200, 3000));
  },
  'session ended': ({ site, accountId }) => site.query('DELETE FROM session WHERE account_id = $1', [accountId]),
  'page crashed': ({ writer }) => writer.crash(),
  'page loaded anew': ({ writer }) => writer.reload().catch(() => writer.open()),
};

type Tally = {
  faults: number;
  /** Faults after which something was missing, and after which a person was asked about their own text. */
  lost: string[];
  asked: string[];
  times: Record<string, number[]>;
  killedAt: number;
};

const summary = ({ lost, asked }: Tally) =>
  `${lost.length} with something missing, ${asked.length} with a needless question`;

async function write(site: Site, writer: Writer, person: Person, random: Random, more: () => boolean, tally: Tally) {
  const stored = async () =>
    (await site.query<{ summary: string }>('SELECT summary FROM entry WHERE id = $1', [person.id]))[0]?.summary ?? '';
  await writer.open();
  while (more()) {
    const names = Object.keys(FAULTS).filter((name) => name !== KILL || Date.now() - tally.killedAt > KILLS_APART_MS);
    const name = random.of(names) as string;
    await writer.type(random.integer(1, 8));
    await pause(random.between(0, random.next() < 0.5 ? 2500 : 200));
    const began = Date.now();
    if (name === KILL) tally.killedAt = began;
    await FAULTS[name]?.({ site, writer, random, accountId: person.accountId });
    await writer.type(random.integer(1, 8));
    await writer.stop();
    const isWhole = await writer.isStored(stored);
    tally.times[name] = [...(tally.times[name] ?? []), Date.now() - began];
    if (writer.questions > 0) tally.asked.push(name);
    writer.questions = 0;
    if (isWhole) continue;
    tally.lost.push(name);
    console.error(`${name}: ${await stored()} / ${await writer.shown()} / ${writer.text} (${await writer.said()})`);
    writer.text = await writer.shown();
  }
}

async function run({ seed, faults }: { seed: number; faults: number }): Promise<boolean> {
  const site = await openSite();
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  try {
    await site.open();
    const tally: Tally = { faults: 0, lost: [], asked: [], times: {}, killedAt: 0 };
    const more = () => {
      tally.faults += 1;
      if (tally.faults % 50 === 0) console.log(`${tally.faults} faults, ${summary(tally)}`);
      return tally.faults <= faults;
    };
    const started = Date.now();
    const people = await site.query<Person>(WRITERS, [YEAR]);
    await Promise.all(
      people.map(async (person, index) => {
        const account = site.accounts().find(({ loginId }) => loginId === person.loginId);
        if (!account) throw new Error(`no ${person.loginId}`);
        const random = randomFrom(seed * 100 + index);
        const context = await browser.newContext({ baseURL: site.origin, locale: 'ja-JP' });
        const writer = new Writer(context, account, entryPaths(YEAR, person.id).edit, random);
        await write(site, writer, person, random, more, tally);
      }),
    );
    const minutes = (Date.now() - started) / 60_000;
    const done = Object.values(tally.times).flat().length;
    console.log(
      `\nSeed ${seed}: ${done} faults around ${people.length} people in ${minutes.toFixed(1)} minutes (${(done / minutes).toFixed(0)} a minute), ${summary(tally)}; pages crashed ${KEPT_AFTER_MS} ms after a key.\n`,
    );
    console.log('| fault | times | everything stored after s, median | longest |\n|---|---|---|---|');
    for (const [name, times] of Object.entries(tally.times).sort()) {
      const sorted = times.toSorted((a, b) => a - b).map((ms) => (ms / 1000).toFixed(1));
      console.log(`| ${name} | ${times.length} | ${sorted[Math.floor((times.length - 1) / 2)]} | ${sorted.at(-1)} |`);
    }
    return tally.lost.length + tally.asked.length === 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

const { values } = parseArgs({ options: { seed: { type: 'string' }, faults: { type: 'string', default: '1000' } } });
const [seed, faults] = [Number(values.seed), Number(values.faults)];
if (!Number.isInteger(seed) || !(faults > 0)) {
  console.error('npm run chaos:typing -- --seed 1 [--faults 1000]');
  process.exit(1);
}
if (!(await generateClient())) process.exit(1);
process.exit((await run({ seed, faults })) ? 0 : 1);
