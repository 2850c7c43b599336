import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packedFiles } from './packed-files';

const root = mkdtempSync(path.join(tmpdir(), 'yosan-packed-'));
const folder = path.join(root, '.next/static/chunks');
mkdirSync(folder, { recursive: true });
for (const name of ['a.js', 'a.js.br', 'a.css', 'a.css.br', 'alone.js']) writeFileSync(path.join(folder, name), '');
afterAll(() => rmSync(root, { recursive: true }));

function ask(url: string, encodings: string | undefined, of = root) {
  const headers: Record<string, string> = {};
  const request = { url, headers: { 'accept-encoding': encodings } };
  const setHeader = (name: string, value: string) => {
    headers[name] = value;
  };
  packedFiles(of)(request as unknown as IncomingMessage, { setHeader } as unknown as ServerResponse);
  return { url: request.url, headers };
}
const CHUNKS = '/_next/static/chunks';

it.each([
  ['a.js', 'application/javascript'],
  ['a.css', 'text/css'],
])('sends the packed %s to who reads it', (name, type) => {
  expect(ask(`${CHUNKS}/${name}`, 'gzip, deflate, br, zstd')).toEqual({
    url: `${CHUNKS}/${name}.br`,
    headers: { vary: 'accept-encoding', 'content-encoding': 'br', 'content-type': type },
  });
});

it.each(['br', 'BR;q=0.5', 'gzip,br;q=1.0'])('takes %s for one who reads it', (encodings) => {
  expect(ask(`${CHUNKS}/a.js`, encodings).url).toBe(`${CHUNKS}/a.js.br`);
});

it.each([undefined, 'gzip, deflate', 'brotli', 'x-br', 'br;q=0', 'gzip, br; q=0.000, zstd'])(
  'sends the file itself to who reads %s',
  (encodings) => {
    const url = `${CHUNKS}/a.js`;
    expect(ask(url, encodings)).toEqual({ url, headers: { vary: 'accept-encoding' } });
  },
);

it.each([`${CHUNKS}/alone.js`, `${CHUNKS}/gone.js`, `${CHUNKS}/a.js?x`, `${CHUNKS}/../chunks/a.js`, '/a.js', '/'])(
  'leaves %s alone',
  (url) => {
    expect(ask(url, 'br')).toEqual({ url, headers: {} });
  },
);

it('has nothing to send while the program is developed', () => {
  const url = `${CHUNKS}/a.js`;
  expect(ask(url, 'br', path.join(root, 'nowhere'))).toEqual({ url, headers: {} });
});
