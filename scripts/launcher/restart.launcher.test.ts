import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataFolder, type Launcher } from '../test/launcher-harness';
import { pause } from './process-identity';

const data = new DataFolder();
let launcher: Launcher;
beforeAll(async () => {
  launcher = await data.start();
  await launcher.ready();
});
afterAll(() => data.remove());

const statusOf = async () => (await fetch(`${launcher.url}/api/health`).catch(() => undefined))?.status;

async function serves(): Promise<number> {
  const began = performance.now();
  for (let isBack = false; !isBack && performance.now() - began < 60_000; await pause(100))
    isBack = (await statusOf()) === 200;
  expect(await statusOf()).toBe(200);
  return performance.now() - began;
}

const postmaster = () => Number(readFileSync(path.join(data.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
const server = (): number => JSON.parse(data.read('launcher.json')).server.pid;
const address = () => JSON.parse(data.read('launcher.json')).database.DATABASE_URL;
const children = (pid: number) =>
  spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map(Number);

it('starts PostgreSQL again at the same address when it is killed, and says so with the time', async () => {
  const [before, url] = [postmaster(), address()];
  process.kill(before, 'SIGKILL');
  await launcher.says('データベースを再起動しました');
  expect(await serves()).toBeLessThan(30_000);
  expect(launcher.output()).toMatch(/^\d\d:\d\d:\d\d データベースが止まりました。1秒後に再起動します。$/m);
  expect(postmaster()).not.toBe(before);
  expect(address()).toBe(url);
});

it('replaces a PostgreSQL that was stopped with all that belongs to it', async () => {
  const before = postmaster();
  for (const pid of [before, ...children(before)]) process.kill(pid, 'SIGSTOP');
  await launcher.says('データベースが応答しません');
  expect(await serves()).toBeLessThan(30_000);
  expect(postmaster()).not.toBe(before);
});

it.each(['SIGKILL', 'SIGSTOP'])('replaces a server after %s', async (signal) => {
  const before = server();
  process.kill(before, signal);
  while (server() === before) await pause(50);
  expect(await serves()).toBeLessThan(30_000);
});

it('leaves nothing behind when it is told to end just after a loss', async () => {
  process.kill(postmaster(), 'SIGKILL');
  process.kill(server(), 'SIGKILL');
  await launcher.says('プログラムが止まりました');
  launcher.child.kill('SIGTERM');
  expect(await launcher.ended()).toBe(0);
  expect(data.leftovers()).toEqual([]);
});

it('ends what a killed launcher left stopped, and starts', async () => {
  launcher = await data.start();
  await launcher.ready();
  for (const pid of [server(), postmaster()]) process.kill(pid, 'SIGSTOP');
  launcher.child.kill('SIGKILL');
  await once(launcher.child, 'exit');
  launcher = await data.start({ PORT: new URL(launcher.url).port });
  await launcher.ready();
  expect(await statusOf()).toBe(200);
  launcher.child.kill('SIGTERM');
  expect(await launcher.ended()).toBe(0);
  expect(data.leftovers()).toEqual([]);
});

const canMount = process.getuid?.() === 0 && process.platform === 'linux';

it.runIf(canMount)('comes back by itself when a full disk has room again', async () => {
  const home = path.dirname(data.cluster);
  const aside = mkdtempSync(path.join(tmpdir(), 'yosan-aside-'));
  const copy = (from: string, to: string) => spawnSync('cp', ['-a', `${from}/.`, to]);
  copy(home, aside);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'yosan-test', home]).status).toBe(0);
  try {
    copy(aside, home);
    launcher = await data.start();
    await launcher.ready();
    const { bavail, bsize } = statfsSync(home);
    const filler = path.join(home, 'filler');
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 4096));
    process.kill(postmaster(), 'SIGKILL');
    await launcher.says('ディスクの空き容量が足りません');
    expect(await statusOf()).toBe(503);
    rmSync(filler);
    expect(await serves()).toBeLessThan(30_000);
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended()).toBe(0);
  } finally {
    spawnSync('umount', [home]);
    rmSync(aside, { recursive: true, force: true });
  }
});
