import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ltsVersion } from '../test/lts';

const { services, volumes } = parse(readFileSync('docker-compose.yml', 'utf8'));
const dockerfile = readFileSync('Dockerfile', 'utf8');

it('takes neither data nor backups into the image, nor does git', () => {
  for (const name of ['.gitignore', '.dockerignore']) {
    const ignored = readFileSync(name, 'utf8').split('\n');
    expect(ignored, name).toEqual(expect.arrayContaining(['.env', '.data*', 'backups']));
  }
});

it('has PostgreSQL 18 with a volume where that version keeps its data, and a health check', () => {
  const { image, volumes: mounts, healthcheck } = services.postgres;
  expect(image).toBe('postgres:18');
  expect(mounts).toEqual(['database:/var/lib/postgresql']);
  expect(volumes).toHaveProperty('database');
  expect(healthcheck.test.join(' ')).toContain('pg_isready');
});

it('migrates a healthy database to the end before the app serves', () => {
  expect(services.migrate.command).toEqual(['node', 'tools/prepare-database.mjs']);
  expect(services.migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  expect(services.app.depends_on.migrate).toEqual({ condition: 'service_completed_successfully' });
  expect(services.app.image).toBe(services.migrate.image);
});

it('starts everything again that ended: the servers always, the preparation until it succeeds', () => {
  expect(services.postgres.restart).toBe('unless-stopped');
  expect(services.app.restart).toBe('unless-stopped');
  expect(services.migrate.restart).toBe('on-failure');
  expect(services.postgres.shm_size).toBe('256mb');
});

it('asks every server whether it works, and waits longer for the answer than the program takes to say no', () => {
  const asked = Object.entries<{ restart: string; healthcheck?: { timeout: string; test: string[] } }>(services);
  for (const [name, { restart, healthcheck }] of asked)
    if (restart === 'unless-stopped') expect(healthcheck?.test.join(' '), name).toMatch(/pg_isready|\/api\/health/);
  expect(services.app.healthcheck.test.at(-1)).toContain('answer.ok');
  expect(Number.parseInt(services.app.healthcheck.timeout, 10)).toBeGreaterThan(3);
});

it('gives the app a role that is not the owner, and asks for what only the operator knows', () => {
  const owner = new URL(services.migrate.environment.DATABASE_OWNER_URL.replaceAll(/\$\{.*?\}/g, 'x'));
  const app = new URL(services.app.environment.DATABASE_URL.replaceAll(/\$\{.*?\}/g, 'x'));
  expect(owner.username).toBe(services.postgres.environment.POSTGRES_USER);
  expect(app.username).not.toBe(owner.username);
  expect(Object.keys(services.app.environment)).not.toContain('DATABASE_OWNER_URL');
  for (const name of ['NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'TRUST_PROXY']) {
    expect(services.app.environment[name]).toBe(`\${${name}:?}`);
  }
});

it('lets nobody past the proxy from another machine, unless it is told to', () => {
  expect(services.app.ports).toEqual([`\${HOST:-127.0.0.1}:\${PORT:-3000}:3000`]);
});

it('asks for nothing that .env.example does not name', () => {
  const asked = [...readFileSync('docker-compose.yml', 'utf8').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect(asked.length).toBeGreaterThan(5);
  expect(named).toEqual(expect.arrayContaining(asked));
});

it('serves the standalone output as an ordinary user, with a health check on the health endpoint', () => {
  const [, final = ''] = dockerfile.split(/^FROM .*$/m).slice(1);
  expect(final).toContain('COPY --from=build /app ./');
  expect(final).toMatch(/^USER node$/m);
  expect(final).toMatch(/^HEALTHCHECK .*\n.*\/api\/health/m);
  expect(final).toMatch(/^CMD \["node", "server\.js"\]$/m);
});

it('builds and runs on one exact Node, of an even version as the long-supported ones are', () => {
  const versions = [...dockerfile.matchAll(/^FROM node:(\S+)/gm)].map(([, tag]) => tag);
  expect(versions).toEqual([`${ltsVersion()}-bookworm-slim`, `${ltsVersion()}-bookworm-slim`]);
  expect(Number(ltsVersion()?.split('.')[0]) % 2).toBe(0);
});
