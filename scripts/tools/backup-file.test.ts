import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BackupRefused, readBackup, writeBackup } from './backup-file';

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-backup-'));
const whole = path.join(folder, 'whole.gz');
const ROWS = Array.from({ length: 30_000 }, (_, number) => `${number}\t港区の予算${(number * 7919) % 10_007}\n`);
const HEADER = {
  createdAt: '2026-11-25T01:00:00.000Z',
  server: '18.4',
  migrations: ['1_first'],
  history: { digest: 'a', chains: 2, until: '2026-11-25T01:00:00.000Z' },
  tables: [
    { name: 'empty', columns: ['id'], rows: 0 },
    { name: 'full', columns: ['id', 'name'], rows: ROWS.length - 1 },
    { name: 'last', columns: ['id', 'name'], rows: 1 },
  ],
};
async function* pieces(length: number): AsyncGenerator<Buffer> {
  const text = Buffer.from(ROWS.join(''));
  for (let at = 0; at < text.length; at += length) yield text.subarray(at, at + length);
}
beforeAll(() => writeBackup(whole, HEADER, pieces(1000)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives every table its rows', async () => {
  const read: Record<string, string> = {};
  const header = await readBackup(whole, async ({ name }, rows) => {
    const found = [];
    for await (const piece of rows) found.push(piece);
    read[name] = Buffer.concat(found).toString();
  });
  expect(header).toMatchObject(HEADER);
  expect(read).toEqual({ empty: '', full: ROWS.slice(0, -1).join(''), last: ROWS.at(-1) });
});

it('is for its owner alone, never overwrites, and leaves nothing half-made', async () => {
  expect((statSync(whole).mode & 0o777).toString(8)).toBe('600');
  const [before, names] = [readFileSync(whole), readdirSync(folder)];
  await expect(writeBackup(whole, HEADER, pieces(1000))).rejects.toThrow(
    `同じ名前のファイルがすでにあります: ${whole}`,
  );
  const fewer = { ...HEADER, tables: HEADER.tables.slice(0, 2) };
  await expect(writeBackup(path.join(folder, 'other.gz'), fewer, pieces(1000))).rejects.toThrow(BackupRefused);
  expect(readFileSync(whole).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(names);
});

const text = () => gunzipSync(readFileSync(whole)).toString();
const cut = (part: number) => readFileSync(whole).subarray(0, Math.floor(statSync(whole).size * part));
function flipped(part: number): Buffer {
  const bytes = readFileSync(whole);
  const at = Math.floor(bytes.length * part);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}
function signed(lines: string): Buffer {
  return gzipSync(`${lines}${createHash('sha256').update(lines).digest('hex')}\n`);
}
const format = (name: string) =>
  signed(text().replace('yosan-hensei-backup-1', name).split('\n').slice(0, -2).join('\n'));

it.each<[string, () => Buffer, string]>([
  ['an empty file', () => Buffer.alloc(0), '壊れています'],
  ...[0.001, 0.3, 0.9, 0.999].map((part): [string, () => Buffer, string] => [
    `one that was cut at ${part}`,
    () => cut(part),
    '壊れています',
  ]),
  ...[0.1, 0.5, 0.9, 0.9999].map((part): [string, () => Buffer, string] => [
    `one with another bit at ${part}`,
    () => flipped(part),
    '壊れています',
  ]),
  ['one with another figure', () => gzipSync(text().replace('予算', '予篡')), '壊れています'],
  ['one with a row less', () => signed(`${text().split('\n').slice(0, -3).join('\n')}\n`), '壊れています'],
  ['one with a row more', () => signed(`${text().split('\n').slice(0, -2).join('\n')}\nmore\n`), '壊れています'],
  ['one with more behind its end', () => gzipSync(`${text()}more\n`), '壊れています'],
  ['a text', () => Buffer.from('予算'.repeat(100)), '予算編成のバックアップのファイルではありません'],
  ['another program’s', () => gzipSync('{"format":"other"}\n'), '予算編成のバックアップのファイルではありません'],
  ['one long line', () => gzipSync(Buffer.alloc(3e6, 'x')), '予算編成のバックアップのファイルではありません'],
  ['a newer form', () => format('yosan-hensei-backup-2'), 'より新しいプログラム'],
])('refuses %s', async (_, bytes, reason) => {
  const wrong = path.join(folder, 'wrong.gz');
  writeFileSync(wrong, bytes());
  await expect(readBackup(wrong)).rejects.toThrow(reason);
  await expect(readBackup(wrong)).rejects.toThrow(BackupRefused);
});
