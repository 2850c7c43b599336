import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 } from 'uuid';
import { seed } from '../../prisma/seed.ts';
import { build } from '../build.mjs';
import { createDatabase, urlsOf } from '../embedded-database.mjs';
import { migrate } from '../migrate.ts';
import { startPostgres } from '../postgres.mjs';
import { actionId, saveThroughApp } from './app-save.mjs';
import { measureBrowser } from './browser.mjs';
import { countStatements } from './count-statements.mjs';
import { fillYear } from './data.mjs';
import { measureDocuments } from './documents.mjs';
import { send } from './load.mjs';
import { measureMemory } from './memory.mjs';
import { measurePrinting } from './printing.mjs';
import { measure, print } from './report.mjs';
import { buildBare, serve } from './servers.mjs';
import { signIn } from './sign-in.mjs';
import { saveOnce } from './statements.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const CLIENTS = [1, 8, 32];
const STALL_CLIENTS = 64;
/** With `--memory MINUTES` the memory alone is measured, under mixed load for so long. */
const { memory: minutes } = parseArgs({ options: { memory: { type: 'string', default: '0' } } }).values;

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-bench-'));
const postgres = await startPostgres(folder);
const servers = [];

try {
  await createDatabase(postgres);
  const urls = urlsOf(postgres);
  await migrate(urls.DATABASE_OWNER_URL, 'yosan_app');
  const accounts = await seed(urls.DATABASE_OWNER_URL);
  const owner = new pg.Client(urls.DATABASE_OWNER_URL);
  await owner.connect();
  const year = await fillYear(owner);

  console.log('building …');
  const appFolder = await build();
  const bareFolder = buildBare(root);
  const env = {
    DATABASE_URL: urls.DATABASE_URL,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NODE_OPTIONS: `--report-on-signal --report-directory=${folder}`,
  };
  const app = await serve(appFolder, { env, probe: '/sign-in' });
  const bare = await serve(bareFolder, { env, probe: '/empty' });
  servers.push(app, bare);
  const cookie = await signIn(
    app.origin,
    accounts.find(({ role }) => role === 'drafter'),
  );

  // Each client saves an entry of its own, so that nothing but the server limits it.
  const versions = new Map(year.entries.map((entry) => [entry.id, 1]));
  const nextSave = (client) => {
    const entry = year.entries[client];
    const version = versions.get(entry.id);
    versions.set(entry.id, version + 1);
    return { entry, version };
  };
  const { wardId, accountId, categoryId } = year;
  const raw = { wardId, accountId, newId: v7 };
  const direct = await Promise.all(
    Array.from({ length: STALL_CLIENTS }, async () => {
      const client = new pg.Client(urls.DATABASE_URL);
      await client.connect();
      return client;
    }),
  );
  const saveRaw = async (client) => {
    const { entry, version } = nextSave(client);
    await saveOnce(direct[client], { ...raw, entryId: entry.id, version, text: `${year.prose}${version}` });
  };
  const saveBare = async (client) => {
    const { entry, version } = nextSave(client);
    const body = JSON.stringify({ wardId, accountId, entryId: entry.id, version, text: `${year.prose}${version}` });
    const answer = await send(`${bare.origin}/save`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (answer.status !== 200) throw new Error(`bare route: ${answer.status}`);
  };
  const id = actionId(appFolder, 'saveEntryAction');
  const saveApp = async (client) => {
    const { entry, version } = nextSave(client);
    const texts = {
      summary: `${year.prose}${version}`,
      innovation: year.prose,
      name: entry.name,
      amount: String(version),
    };
    const fields = { entryId: entry.id, version, categoryId, isPriority: true, ...texts };
    await saveThroughApp(app.origin, { cookie, id, page: `/years/2023/entries/${entry.id}/edit`, fields });
  };

  const get = (origin, url) => async () => {
    const answer = await send(`${origin}${url}`, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  };
  const memory = async () => {
    const ofEntry = (client, rest) => `/years/2023/entries/${year.entries[client].id}${rest}`;
    await measureMemory({
      app,
      minutes: Number(minutes),
      reports: folder,
      requests: {
        home: get(app.origin, '/years/2023'),
        list: get(app.origin, '/years/2023/entries'),
        editor: (client) => get(app.origin, ofEntry(client, '/edit'))(),
        save: saveApp,
        entry: (client) => get(app.origin, ofEntry(client, ''))(),
        search: get(app.origin, '/years/2023/entries?q=%E5%8C%BA%E6%B0%91'),
        history: (client) => get(app.origin, ofEntry(client, '/history'))(),
        document: get(app.origin, '/years/2023/document'),
      },
    });
  };

  const speed = async () => {
    const saves = [];
    for (const clients of [...CLIENTS, STALL_CLIENTS]) {
      saves.push(await measure('raw SQL', { clients, request: saveRaw }));
      saves.push(await measure('bare route', { clients, pid: bare.pid, request: saveBare }));
      saves.push(await measure('save', { clients, pid: app.pid, request: saveApp }));
    }
    print('A save with history and audit', saves, ['raw SQL', 'bare route']);

    const pages = [];
    for (const clients of CLIENTS) {
      pages.push(await measure('empty page', { clients, pid: bare.pid, request: get(bare.origin, '/empty') }));
      pages.push(await measure('bare table', { clients, pid: bare.pid, request: get(bare.origin, '/table') }));
      pages.push(await measure('list', { clients, pid: app.pid, request: get(app.origin, '/years/2023/entries') }));
      pages.push(await measure('home', { clients, pid: app.pid, request: get(app.origin, '/years/2023') }));
    }
    print(`The list of ${year.entries.length + 5} entries, and the home page`, pages, ['bare table', 'empty page']);

    await countStatements(owner, postgres.cluster, {
      save: saveApp,
      list: get(app.origin, '/years/2023/entries'),
      home: get(app.origin, '/years/2023'),
    });
    await measureBrowser(
      {
        'empty page': `${bare.origin}/empty`,
        'bare table': `${bare.origin}/table`,
        list: `${app.origin}/years/2023/entries`,
        home: `${app.origin}/years/2023`,
        editor: `${app.origin}/years/2023/entries/${year.entries[0].id}/edit`,
      },
      cookie,
    );
    await measureDocuments(root);
    const members = accounts.filter(({ ward }) => ward === accounts.find(({ role }) => role === 'drafter').ward);
    await measurePrinting({
      owner,
      app,
      cookies: await Promise.all(
        Array.from({ length: 6 }, (_, client) => signIn(app.origin, members[client % members.length])),
      ),
      fiscalYearId: year.fiscalYearId,
      requests: { health: get(app.origin, '/api/health'), list: get(app.origin, '/years/2023/entries') },
    });
  };
  await (Number(minutes) > 0 ? memory() : speed());
  await Promise.all(direct.map((client) => client.end()));
  await owner.end();
} finally {
  for (const server of servers) server.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
