import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataFolder } from '../test/launcher-harness';
import { pause } from './process-identity';

/** What the launcher has said, and how long after it the signal comes: every step from the first line to the address. */
const MOMENTS: [said: string, milliseconds: number][] = [
  ['PostgreSQL', 0],
  ['PostgreSQL', 10],
  ['PostgreSQL', 30],
  ['PostgreSQL', 60],
  ['PostgreSQL', 100],
  ['内容を確認', 0],
  ['内容を確認', 100],
  ['プログラムを起動', 0],
  ['プログラムを起動', 20],
  ['プログラムを起動', 60],
  ['プログラムを起動', 120],
];

/** In milliseconds: what ends by itself, on a busy machine too, and not by the force that comes after it. */
const PATIENCE = 9000;

const data = new DataFolder();
beforeAll(async () => {
  const first = await data.start();
  await first.ready();
  first.child.kill('SIGTERM');
  await first.ended();
});
afterAll(() => data.remove());

async function signalAt(folder: DataFolder, said: string, milliseconds: number, signal: NodeJS.Signals) {
  const launcher = await folder.start();
  await launcher.says(said);
  await pause(milliseconds);
  const signalled = performance.now();
  launcher.child.kill(signal);
  const code = await launcher.ended();
  return { code, took: performance.now() - signalled, launcher };
}

it.each(MOMENTS)('SIGTERM leaves nothing behind: %s, %d ms later', async (said, milliseconds) => {
  const { code, took } = await signalAt(data, said, milliseconds, 'SIGTERM');
  expect(data.leftovers()).toEqual([]);
  expect(code).toBe(0);
  expect(took).toBeLessThan(PATIENCE);
  expect(existsSync(path.join(data.path, 'launcher.json'))).toBe(false);
});

it.each([0, 100, 300, 600])(
  'SIGINT leaves nothing behind while the first start makes the cluster: %d ms',
  async (at) => {
    const fresh = new DataFolder();
    const { took } = await signalAt(fresh, 'PostgreSQL', at, 'SIGINT');
    expect(fresh.leftovers()).toEqual([]);
    expect(took).toBeLessThan(PATIENCE);
    await fresh.remove();
  },
);

it.each([0, 60, 120])('after kill -9 the server ends by itself: %d ms after its start', async (milliseconds) => {
  const { launcher } = await signalAt(data, 'プログラムを起動', milliseconds, 'SIGKILL');
  const isServer = (command: string) => !command.includes('postgres');
  for (let tries = 0; data.leftovers().some(isServer) && tries < 100; tries += 1) await pause(20);
  expect(data.leftovers().filter(isServer)).toEqual([]);

  const again = await data.start({ PORT: new URL(launcher.url).port });
  await again.ready();
  again.child.kill('SIGTERM');
  expect(await again.ended()).toBe(0);
  expect(data.leftovers()).toEqual([]);
});
