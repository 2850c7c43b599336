import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { send } from '../bench/load';
import { signIn } from '../bench/sign-in';
import { DataFolder } from '../test/launcher-harness';
import { pause } from './process-identity';

const data = new DataFolder();
afterAll(() => data.remove());

const SEEDED = '見本のデータを登録しました';
const permissions = (name: string) => (statSync(path.join(data.path, name)).mode & 0o777).toString(8);

it('serves a seeded database, keeps its secrets to itself, and refuses a second launcher', async () => {
  const first = await data.start();
  await first.ready();
  expect(first.output()).toContain(SEEDED);
  expect((await fetch(`${first.url}/sign-in`)).status).toBe(200);
  expect(first.output()).toContain(first.url);
  expect(first.output()).toContain(`データの場所: ${data.cluster}`);

  const accounts = JSON.parse(data.read('demo-accounts.json'));
  expect(accounts[0]).toEqual({
    role: 'drafter',
    loginId: 'drafter',
    password: expect.stringMatching(/.{12}/),
    ward: '271071',
    department: expect.any(String),
  });
  for (const role of ['drafter', 'approver', 'admin', 'viewer']) {
    expect(accounts.find((account: { role: string }) => account.role === role)?.ward).toBe('271071');
    expect(first.output()).toContain(accounts.find((account: { role: string }) => account.role === role).password);
  }
  for (const name of ['session-secret', 'demo-accounts.json', 'owner-password', 'app-password', 'launcher.json']) {
    expect(permissions(name), name).toBe('600');
  }

  // An account of its own, or a word about it: this project's folder may be where no other account gets.
  if (process.getuid?.() === 0) {
    const owner = statSync(`/proc/${JSON.parse(data.read('launcher.json')).server.pid}`).uid;
    expect(owner === 0).toBe(first.output().includes('注意: プログラムをrootのまま動かします'));
  }

  const second = await data.start();
  expect(await second.ended()).toBe(1);
  expect(second.output()).toContain(`すでに起動しています（${first.url}`);
  expect((await fetch(`${first.url}/sign-in`)).status).toBe(200);

  const { server, postgres } = data.processes();
  expect([server(), postgres()]).toEqual([true, true]);
  first.child.kill('SIGTERM');
  expect(await first.ended()).toBe(0);
  expect([server(), postgres()]).toEqual([false, false]);
  expect(existsSync(path.join(data.path, 'launcher.json'))).toBe(false);
});

it('starts again on the same data, after kill -9 too, and with a new secret for new sessions alone', async () => {
  const accounts = data.read('demo-accounts.json');
  const again = await data.start();
  await again.ready();
  expect(again.output()).not.toContain(SEEDED);
  const [account] = JSON.parse(accounts);
  const cookie = await signIn(again.url, account);
  const ask = async (session: string) =>
    (await send(`${again.url}/api/years/2022/document/pdf`, { headers: { cookie: session } })).status;
  const atTheSameAddress = { PORT: new URL(again.url).port };

  const { server, postgres } = data.processes();
  again.child.kill('SIGKILL');
  await again.ended();
  for (let tries = 0; server() && tries < 100; tries += 1) await pause(20);
  expect([server(), postgres()], 'PostgreSQL outlives its launcher, the server does not').toEqual([false, true]);

  const after = await data.start(atTheSameAddress);
  await after.ready();
  expect(postgres(), 'the dead launcher’s PostgreSQL').toBe(false);
  expect((await fetch(`${after.url}/sign-in`)).status).toBe(200);
  expect(data.read('demo-accounts.json')).toBe(accounts);
  expect(await ask(cookie)).toBe(200);
  after.child.kill('SIGINT');
  expect(await after.ended()).toBe(0);

  for (const name of ['session-secret', 'owner-password', 'app-password']) rmSync(path.join(data.path, name));
  const renewed = await data.start(atTheSameAddress);
  await renewed.ready();
  expect((await send(`${renewed.url}/api/health`)).status).toBe(200);
  expect(await ask(cookie)).toBe(401);
  expect(await ask(await signIn(renewed.url, account))).toBe(200);
});
