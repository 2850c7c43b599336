// Measures the program against bare versions of the same work, in one run on a database of its own: npm run bench
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 } from 'uuid';
import { drawnFor } from '../../lib/domain/sign-in/drawn-for';
import { seed } from '../../prisma/seed';
import { build } from '../launcher/build';
import { createDatabase, urlsOf } from '../launcher/embedded-database';
import { root } from '../launcher/folders';
import { generateClient } from '../launcher/generate-client';
import { startPostgres } from '../launcher/postgres';
import { migrate } from '../migration/migrate';
import { BLANK_FORM } from '../test/blank-form';
import { actionId, saveThroughApp } from './app-save';
import { measureBrowser } from './browser';
import { countStatements } from './count-statements';
import { ENTRIES, fillYear } from './data';
import { measureDocuments } from './documents';
import { measureChecks } from './findings/speed';
import { type Request, send } from './load';
import { measureMarked } from './marked';
import { measureMemory } from './memory';
import { measurePrinting } from './printing';
import { measure, writeTable } from './report';
import { buildBare, type Server, serve } from './servers';
import { signIn } from './sign-in';
import { saveOnce } from './statements';

const CLIENTS = [1, 8, 32];
const STALL_CLIENTS = 64;
/** Of every 課, as who works for none of them begins with. */
const WHOLE_LIST = '/years/2023/entries?department=all';
const LOOP_TURNS = path.join(root, 'scripts/bench/loop-turns.cjs');
/**
 * With `--memory MINUTES` the memory alone is measured, under mixed load for so long; with `--only browser`, `documents`, `printing` or `marked`
 * that part, of as many `--entries`.
 */
const options = {
  memory: { type: 'string', default: '0' },
  only: { type: 'string' },
  entries: { type: 'string', default: `${ENTRIES}` },
} as const;
const { memory: minutes, only, entries } = parseArgs({ options }).values;

if (!(await generateClient())) process.exit(1);
const folder = mkdtempSync(path.join(tmpdir(), 'yosan-bench-'));
const postgres = await startPostgres(folder);
const servers: Server[] = [];
const turns = path.join(folder, 'turns');

try {
  await createDatabase(postgres);
  const urls = urlsOf(postgres);
  await migrate(urls.DATABASE_OWNER_URL, 'yosan_app');
  const accounts = await seed(urls.DATABASE_OWNER_URL);
  const owner = new pg.Client(urls.DATABASE_OWNER_URL);
  await owner.connect();
  const year = await fillYear(urls.DATABASE_OWNER_URL, Number(entries));

  console.log('building …');
  const appFolder = await build();
  const bareFolder = buildBare();
  const env = {
    DATABASE_URL: urls.DATABASE_URL,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NODE_OPTIONS: `--report-on-signal --report-directory=${folder}${only === 'printing' ? ` --require ${LOOP_TURNS}` : ''}`,
    LOOP_TURNS: turns,
  };
  const app = await serve(appFolder, { env, probe: '/sign-in' });
  const bare = await serve(bareFolder, { env, probe: '/empty' });
  servers.push(app, bare);
  const drafter = accounts.find(({ role }) => role === 'drafter');
  if (!drafter) throw new Error('no drafter');
  const cookie = await signIn(app.origin, drafter);

  // Each client saves an entry of its own, so that nothing but the server limits it.
  const versions = new Map(year.entries.map(({ id }) => [id, 1]));
  const entryOf = (client: number) => {
    const entry = year.entries[client];
    if (!entry) throw new Error(`no entry for client ${client}`);
    return entry;
  };
  const nextSave = (client: number) => {
    const entry = entryOf(client);
    const version = versions.get(entry.id) ?? 1;
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
  const saveRaw: Request = async (client) => {
    const { entry, version } = nextSave(client);
    const connection = direct[client];
    if (connection) await saveOnce(connection, { ...raw, entryId: entry.id, version, text: `${year.prose}${version}` });
  };
  const saveBare: Request = async (client) => {
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
  const whom = drawnFor({ accountId, wardId });
  const saveApp: Request = async (client) => {
    const { entry, version } = nextSave(client);
    const texts = {
      summary: `${year.prose}${version}`,
      innovation: year.prose,
      name: entry.name,
      amount: String(version),
    };
    const fields = { ...BLANK_FORM, entryId: entry.id, version, categoryId, isPriority: true, ...texts };
    await saveThroughApp(app.origin, { cookie, whom, id, page: `/years/2023/entries/${entry.id}/edit`, fields });
  };

  const get =
    (origin: string, url: string): Request =>
    async () => {
      const answer = await send(`${origin}${url}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    };
  const memory = async () => {
    const ofEntry =
      (rest: string): Request =>
      (client) =>
        get(app.origin, `/years/2023/entries/${entryOf(client).id}${rest}`)(client);
    await measureMemory({
      app,
      minutes: Number(minutes),
      reports: folder,
      requests: {
        home: get(app.origin, '/years/2023'),
        list: get(app.origin, WHOLE_LIST),
        editor: ofEntry('/edit'),
        save: saveApp,
        entry: ofEntry(''),
        search: get(app.origin, '/years/2023/entries?q=%E5%8C%BA%E6%B0%91'),
        history: ofEntry('/history'),
        document: get(app.origin, '/years/2023/document'),
      },
    });
  };

  const inBrowser = () =>
    measureBrowser(
      {
        'empty page': `${bare.origin}/empty`,
        'bare table': `${bare.origin}/table`,
        list: `${app.origin}${WHOLE_LIST}`,
        home: `${app.origin}/years/2023`,
        editor: `${app.origin}/years/2023/entries/${entryOf(0).id}/edit`,
      },
      cookie,
    );

  const marked = async () => {
    const account = accounts.find(({ loginId }) => loginId === 'approver');
    if (!account) throw new Error('no approver');
    const { rows } = await owner.query(`SELECT id FROM account WHERE login_id = 'approver'`);
    const approver = {
      cookie: await signIn(app.origin, account),
      whom: drawnFor({ accountId: rows[0].id, wardId }),
    };
    await measureMarked({ owner, app, appFolder, year, approver, drafter: { cookie, whom } });
  };

  const printing = async () => {
    const members = accounts.filter(({ ward }) => ward === drafter.ward);
    await measurePrinting({
      owner,
      app,
      cookies: await Promise.all(
        Array.from({ length: 6 }, (_, client) => signIn(app.origin, members[client % members.length] ?? drafter)),
      ),
      fiscalYearId: year.fiscalYearId,
      entries: Number(entries),
      turns,
      requests: { health: get(app.origin, '/api/health'), list: get(app.origin, WHOLE_LIST) },
    });
  };

  const speed = async () => {
    const saves = [];
    for (const clients of [...CLIENTS, STALL_CLIENTS]) {
      saves.push(await measure('raw SQL', { clients, request: saveRaw }));
      saves.push(await measure('bare route', { clients, pid: bare.pid, request: saveBare }));
      saves.push(await measure('save', { clients, pid: app.pid, request: saveApp }));
    }
    writeTable('A save with history and audit', saves, ['raw SQL', 'bare route']);

    const pages = [];
    for (const clients of CLIENTS) {
      pages.push(await measure('empty page', { clients, pid: bare.pid, request: get(bare.origin, '/empty') }));
      pages.push(await measure('bare table', { clients, pid: bare.pid, request: get(bare.origin, '/table') }));
      pages.push(await measure('list', { clients, pid: app.pid, request: get(app.origin, WHOLE_LIST) }));
      pages.push(await measure('home', { clients, pid: app.pid, request: get(app.origin, '/years/2023') }));
    }
    writeTable(`The list of ${year.entries.length + 5} entries, and the home page`, pages, [
      'bare table',
      'empty page',
    ]);

    await countStatements(owner, postgres.cluster, {
      save: saveApp,
      list: get(app.origin, WHOLE_LIST),
      home: get(app.origin, '/years/2023'),
    });
    await inBrowser();
    measureDocuments();
    measureChecks();
    await marked();
    await printing();
  };
  const parts: Record<string, () => Promise<void>> = {
    browser: inBrowser,
    documents: async () => measureDocuments(),
    printing,
    marked,
  };
  await (Number(minutes) > 0 ? memory() : (parts[only ?? ''] ?? speed)());
  await Promise.all(direct.map((client) => client.end()));
  await owner.end();
} finally {
  for (const server of servers) server.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
