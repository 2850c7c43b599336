import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './folders';
import { identityOf } from './process-identity';

/** The project at another place, where an `.env` of ours is nobody else's. */
const project = mkdtempSync(path.join(tmpdir(), 'yosan-project-'));
const OWN = ['.env', '.data', '.git', 'scripts'];

beforeAll(() => {
  for (const name of readdirSync(root).filter((entry) => !OWN.includes(entry)))
    symlinkSync(path.join(root, name), path.join(project, name));
  cpSync(path.join(root, 'scripts'), path.join(project, 'scripts'), { recursive: true });
  writeFileSync(path.join(project, '.env'), 'DATA_DIR=elsewhere\nDATABASE_URL=postgresql://nobody@127.0.0.1:2/none\n');
  for (const [folder, port] of [
    ['elsewhere', 3],
    ['named', 4],
  ] as const)
    writeRunning(folder, `postgresql://nobody@127.0.0.1:${port}/none`);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** A launcher's record that holds the folder, in this test's name. */
function writeRunning(folder: string, url: string): void {
  mkdirSync(path.join(project, folder));
  const record = { ...identityOf(process.pid), url: folder, database: { DATABASE_URL: url, DATABASE_OWNER_URL: url } };
  writeFileSync(path.join(project, folder, 'launcher.json'), JSON.stringify(record));
}

it('refuses a folder whose name can’t be built in, before anything is made there', () => {
  const place = path.join(project, '予算#1');
  mkdirSync(place);
  cpSync(path.join(root, 'scripts'), path.join(place, 'scripts'), { recursive: true });
  const before = readdirSync(place);
  for (const args of [['scripts/start.mjs'], ['scripts/start.mjs', '--dev'], ['scripts/build.mjs']])
    expect(run(args, {}, place)).toMatch(/^フォルダーの名前に「#」があると動きません。.*予算#1\n$/);
  expect(readdirSync(place)).toEqual(before);
});

function run(args: string[], settings: Record<string, string> = {}, cwd = project): string {
  const { DATA_DIR: _, DATABASE_URL: __, ...env } = process.env;
  const result = spawnSync(process.execPath, args, { cwd, env: { ...env, ...settings }, encoding: 'utf8' });
  expect(result.status).toBe(1);
  return result.stdout + result.stderr;
}

const OUTSIDE = { NEXTAUTH_SECRET: 'x'.repeat(32), NEXTAUTH_URL: 'http://localhost:3000' };

it('npm start takes DATA_DIR from .env, unless the environment names another', () => {
  expect(run(['scripts/start.mjs'], OUTSIDE)).toContain('すでに起動しています（elsewhere、');
  expect(run(['scripts/start.mjs'], { ...OUTSIDE, DATA_DIR: 'named' })).toContain('すでに起動しています（named、');
});

it('the scripts for operators work on the database that npm start serves', () => {
  const verify = ['scripts/bootstrap.mjs', 'tools/run-tool', 'audit-verify'];
  expect(run(verify)).toContain('127.0.0.1:2');
  expect(run(verify, { DATABASE_URL: 'postgresql://nobody@127.0.0.1:5/none' })).toContain('127.0.0.1:5');
  expect(run(verify, { DATABASE_URL: '' })).toContain('127.0.0.1:3');
  expect(run(verify, { DATABASE_URL: '', DATA_DIR: 'named' })).toContain('127.0.0.1:4');
});
