import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { supervise } from './supervise';

const started = new Date('2026-11-25T21:40:11').getTime();
let said: string[];
let isStopping: boolean;
let part: { isRunning: boolean; isAnswering: boolean; hasRoom: boolean; restarts: number[]; fails: boolean };

beforeEach(() => {
  vi.useFakeTimers({ now: started });
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  isStopping = false;
  part = { isRunning: true, isAnswering: true, hasRoom: true, restarts: [], fails: false };
});
afterEach(async () => {
  isStopping = true;
  await vi.advanceTimersByTimeAsync(120_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const watch = () =>
  supervise(
    {
      name: 'データベース',
      isRunning: () => part.isRunning,
      isAnswering: async () => part.isAnswering,
      hasRoom: () => part.hasRoom,
      restart: async () => {
        part.restarts.push((Date.now() - started) / 1000);
        if (part.fails) throw new Error('まだ');
        part.isRunning = true;
        part.isAnswering = true;
      },
    },
    () => isStopping,
  );

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

it('starts again what ended, one second later, and says so with the time', async () => {
  void watch();
  part.isRunning = false;
  await seconds(2);
  expect(part.restarts).toEqual([]);
  await seconds(1);
  expect(said).toEqual([
    '21:40:13 データベースが止まりました。1秒後に再起動します。',
    '21:40:14 データベースを再起動しました。',
  ]);
});

it('waits twice as long each time, a minute at most, and a second again after it was well', async () => {
  part.isRunning = false;
  part.fails = true;
  void watch();
  await seconds(300);
  const waits = part.restarts.map((at, n) => at - (part.restarts[n - 1] ?? 0));
  expect(waits.map(Math.round)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  part.fails = false;
  await seconds(60 + 40);
  const count = part.restarts.length;
  part.isRunning = false;
  await seconds(4);
  expect(part.restarts).toHaveLength(count + 1);
  expect(said.at(-2)).toMatch(/止まりました。1秒後に/);
});

it('takes three looks without an answer for a loss, one or two for a pause', async () => {
  void watch();
  part.isAnswering = false;
  await seconds(3);
  part.isAnswering = true;
  await seconds(20);
  expect(part.restarts).toEqual([]);
  part.isAnswering = false;
  await seconds(10);
  expect(part.restarts).toHaveLength(1);
  expect(said[0]).toContain('データベースが応答しません');
});

it('waits for room on the disk and goes on within a second of it', async () => {
  part.isRunning = false;
  part.hasRoom = false;
  void watch();
  await seconds(600);
  expect(part.restarts).toEqual([]);
  expect(said.filter((line) => line.includes('空きができしだい'))).toHaveLength(1);
  part.hasRoom = true;
  await seconds(1);
  expect(part.restarts).toHaveLength(1);
});

it('starts nothing once everything is being stopped', async () => {
  const watching = watch();
  part.isRunning = false;
  await seconds(2);
  isStopping = true;
  await seconds(2);
  await watching;
  expect(part.restarts).toEqual([]);
});
