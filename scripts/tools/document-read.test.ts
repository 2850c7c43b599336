import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SEED = 'prisma/seed-data/fy2022-d1.txt';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-'));
  writeFileSync(path.join(folder, 'differs.txt'), readFileSync(SEED, 'utf8').replace('877,163', '877,164'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/bootstrap.mjs', 'tools/document-read', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

it('says what a document holds and what somebody has to look at', () => {
  const { status, stdout } = read(SEED);
  expect([status, stdout]).toEqual([0, expect.stringContaining('港区役所予算　3,064,776千円')]);
  expect(stdout).toContain('　60行目：○産業振興・次世代人材育成支援事業');
});

it('refuses what does not add up, and says why', () => {
  const { status, stderr } = read(path.join(folder, 'differs.txt'));
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('平成29年度の列で、経費区分の合計が総額と一致しません。'),
  ]);
});

it('can’t try without a file', () => {
  expect(read()).toMatchObject({ status: 1, stderr: expect.stringContaining('使い方') });
});
