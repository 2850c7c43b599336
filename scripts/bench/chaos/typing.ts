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
/** Each with an entry of their own. */
const PEOPLE = [
  ['drafter', '不登校児童生徒アウトリーチ型支援事業'],
  ['drafter2', '（仮称）区画整理記念・交流会館整備事業'],
] as const;

type Fault = (at: { site: Site; writer: Writer; random: Random; accountId: string }) => Promise<unknown>;

/** Each resolves when there is somebody at a page again; what follows it is typed into whatever is left of it. */
const FAULTS: Record<string, Fault> = {
  'server killed': async ({ site }) => signal(site.server(), 'SIGKILL'),
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

type Tally = { faults: number; lost: string[]; times: Record<string, number[]> };

async function write(
  site: Site,
  writer: Writer,
  person: { id: string; accountId: string },
  random: Random,
  more: () => boolean,
  tally: Tally,
) {
  const stored = async () =>
    (await site.query<{ summary: string }>('SELECT summary FROM entry WHERE id = $1', [person.id]))[0]?.summary ?? '';
  await writer.open();
  while (more()) {
    const name = random.of(Object.keys(FAULTS));
    await writer.type(random.integer(1, 8));
    await pause(random.between(0, random.next() < 0.5 ? 2500 : 200));
    const began = Date.now();
    await FAULTS[name]?.({ site, writer, random, accountId: person.accountId });
    await writer.type(random.integer(1, 8));
    await writer.stop();
    const isWhole = await writer.isStored(stored);
    tally.times[name] = [...(tally.times[name] ?? []), Date.now() - began];
    if (isWhole) continue;
    const wrong = `${name}: ${await stored()} / ${await writer.shown()} / ${writer.text}`;
    console.error(wrong);
    tally.lost.push(wrong);
    writer.text = await writer.shown();
  }
}

async function run({ seed, faults }: { seed: number; faults: number }): Promise<boolean> {
  const site = await openSite();
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  try {
    await site.open();
    const tally: Tally = { faults: 0, lost: [], times: {} };
    const more = () => {
      tally.faults += 1;
      if (tally.faults % 50 === 0) console.log(`${tally.faults} faults, ${tally.lost.length} with something missing`);
      return tally.faults <= faults;
    };
    const started = Date.now();
    await Promise.all(
      PEOPLE.map(async ([loginId, name], index) => {
        const [entry] = await site.query<{ id: string; accountId: string }>(
          `SELECT e.id, a.id AS "accountId" FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id,
             account a WHERE e.name = $1 AND y.year = $2 AND a.login_id = $3`,
          [name, YEAR, loginId],
        );
        const account = site.accounts().find((candidate) => candidate.loginId === loginId);
        if (!entry || !account) throw new Error(`no ${loginId}`);
        const random = randomFrom(seed * 100 + index);
        const context = await browser.newContext({ baseURL: site.origin, locale: 'ja-JP' });
        const writer = new Writer(context, account, entryPaths(YEAR, entry.id).edit, random);
        await write(site, writer, entry, random, more, tally);
      }),
    );
    const minutes = (Date.now() - started) / 60_000;
    const done = Object.values(tally.times).flat().length;
    console.log(
      `\nSeed ${seed}: ${done} faults in ${minutes.toFixed(1)} minutes (${(done / minutes).toFixed(0)} a minute), ${tally.lost.length} with something missing; pages crashed ${KEPT_AFTER_MS} ms after a key.\n`,
    );
    console.log('| fault | times | everything stored after s, median | longest |\n|---|---|---|---|');
    for (const [name, times] of Object.entries(tally.times).sort()) {
      const sorted = times.toSorted((a, b) => a - b).map((ms) => (ms / 1000).toFixed(1));
      console.log(`| ${name} | ${times.length} | ${sorted[Math.floor((times.length - 1) / 2)]} | ${sorted.at(-1)} |`);
    }
    return tally.lost.length === 0;
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
