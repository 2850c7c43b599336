import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { getEditionFile } from '@/lib/server/edition/edition-files';
import { publishEdition } from '@/lib/server/edition/editions';
import { actorOf, readerOf } from '../test/actors';
import { testDatabase } from '../test/database';
import { publishInputOf, publishWithoutReaders } from '../test/publish';
import { runScript } from '../test/script';

const database = testDatabase();
let folder: string;
let pdf: Uint8Array;
let zip: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  const admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  await publishEdition.execute({ actor: admin, address: null }, await publishInputOf(admin, 2022));
  globalThis.yosanPrinting?.stop();
  const read = async (kind: 'document' | 'annex', format: 'pdf' | 'zip') => {
    const asked = { year: 2022, number: 1, kind, format };
    const file = (await getEditionFile(readerOf(admin, 'document.read'), null, asked))?.file;
    if (!(file instanceof Uint8Array)) throw new Error('no file');
    return file;
  };
  pdf = await read('document', 'pdf');
  zip = await read('annex', 'zip');
  return () => rmSync(folder, { recursive: true });
}, 60_000);

function verify(name: string, bytes: Uint8Array) {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return runScript('document-verify', [file]);
}

function renamed(zipped: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(zipped).toString('latin1').replaceAll(from, to), 'latin1');
}

it('says which edition a file is, whatever it is called', () => {
  const { status, output } = verify('無題.bin', pdf);
  expect([status, output]).toEqual([
    0,
    expect.stringMatching(
      /^無題\.bin\n　SHA-256：[0-9a-f]{64}\n　港区 令和4年度 第1版（初版）の資料（PDF）です。公表：令和\d+年\d+月\d+日 \d\d:\d\d、.+\n$/,
    ),
  ]);
});

it('says that a changed file is none', () => {
  const changed = Uint8Array.from(pdf);
  changed[100] = (changed[100] ?? 0) ^ 1;
  expect(verify('271071_2022_d1_v1.pdf', changed)).toMatchObject({
    status: 2,
    output: expect.stringContaining('公表した資料のどのファイルとも一致しません。'),
  });
});

it('looks at each file of a ZIP, and an Office file is one file', () => {
  const all = verify('annex.zip', zip);
  expect([all.status, all.output.match(/第1版（初版）の別紙（事業一覧）（/g)?.length]).toEqual([0, 10]);
  const files = unzipSync(zip);
  const word = verify('a.zip', files['271071_2022_annex_v1.docx'] ?? new Uint8Array());
  expect([word.status, word.output.match(/SHA-256/g)?.length]).toEqual([0, 1]);
  const mixed = verify('b.zip', zipSync({ ...files, '別の.txt': strToU8('別の資料') }));
  expect(mixed.status).toBe(2);
  expect(mixed.output).toContain('b.zipの中の別の.txt');
  // The same name a second time, in front of the file that was published.
  const twin = zipSync({ 'a.pdf': strToU8('別の資料'), 'b.pdf': pdf }, { level: 0 });
  expect(verify('twin.zip', renamed(twin, 'b.pdf', 'a.pdf'))).toMatchObject({ status: 2 });
  const large = Buffer.from(zipSync({ 'a.txt': strToU8('別の資料'), 'b.pdf': pdf }, { level: 0 }));
  large.writeUInt32LE(0x7fffffff, large.indexOf('PK\x01\x02') + 24);
  expect(verify('large.zip', large)).toMatchObject({ status: 2 });
  expect(verify('c.zip', strToU8('ZIPではない'))).toMatchObject({ status: 2 });
});

it('can’t try without a file', () => {
  expect(runScript('document-verify')).toMatchObject({ status: 1, output: expect.stringContaining('使い方') });
  expect(runScript('document-verify', [path.join(folder, 'none')])).toMatchObject({
    status: 1,
    output: expect.stringContaining('ファイルかフォルダーがありません'),
  });
});
