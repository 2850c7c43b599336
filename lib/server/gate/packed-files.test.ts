import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { packedFiles } from './packed-files';

const CHUNKS = '/_next/static/chunks';
const root = mkdtempSync(path.join(tmpdir(), 'yosan-packed-'));
const folder = path.join(root, '.next/static/chunks');
mkdirSync(folder, { recursive: true });
for (const name of ['a.js', 'a.css', 'alone.js']) writeFileSync(path.join(folder, name), 'plain');
for (const name of ['a.js', 'a.css'])
  for (const suffix of ['br', 'gz']) writeFileSync(path.join(folder, `${name}.${suffix}`), `${name} as ${suffix}`);

afterAll(() => rmSync(root, { recursive: true }));

type Asked = { method?: string; of?: string };

/** Without a server: in this process another test's front door may stand before every one. */
function ask(url: string, encodings: string | undefined, { method = 'GET', of = root }: Asked = {}) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method });
  if (encodings !== undefined) request.headers['accept-encoding'] = encodings;
  const response = new ServerResponse(request);
  const line = new PassThrough();
  response.assignSocket(line as unknown as Socket);
  const isSent = packedFiles(of)(request, response);
  const [, body] = String(line.read() ?? '').split('\r\n\r\n');
  return { isSent, body, headers: { ...response.getHeaders() } };
}

it.each([
  ['a.js', 'application/javascript'],
  ['a.css', 'text/css'],
])('sends the packed %s to who reads it, to be kept for good', (name, type) => {
  expect(ask(`${CHUNKS}/${name}`, 'gzip, deflate, br, zstd')).toEqual({
    isSent: true,
    body: `${name} as br`,
    headers: {
      vary: 'accept-encoding',
      'content-encoding': 'br',
      'content-type': type,
      'content-length': `${name} as br`.length,
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
});

it.each([
  ['br', 'br'],
  ['BR;q=0.5', 'br'],
  ['gzip,br;q=1.0', 'br'],
  ['gzip, deflate', 'gz'],
  ['gzip, br; q=0.000, zstd', 'gz'],
])('takes from %s what is shortest', (encodings, suffix) => {
  expect(ask(`${CHUNKS}/a.js`, encodings).body).toBe(`a.js as ${suffix}`);
});

const LEFT = { isSent: false, body: undefined };

it.each([undefined, 'identity', 'brotli', 'x-br', 'br;q=0'])('leaves to Next who reads %s', (encodings) => {
  expect(ask(`${CHUNKS}/a.js`, encodings)).toEqual({ ...LEFT, headers: { vary: 'accept-encoding' } });
});

it.each([`${CHUNKS}/alone.js`, `${CHUNKS}/gone.js`, `${CHUNKS}/a.js?x`, `${CHUNKS}/../chunks/a.js`, '/a.js', '/'])(
  'leaves %s alone',
  (url) => {
    expect(ask(url, 'br')).toEqual({ ...LEFT, headers: {} });
  },
);

it('says to HEAD what it would send, and answers no other method', () => {
  const head = ask(`${CHUNKS}/a.js`, 'br', { method: 'HEAD' });
  expect(head).toMatchObject({ isSent: true, body: '', headers: { 'content-length': 'a.js as br'.length } });
  expect(ask(`${CHUNKS}/a.js`, 'br', { method: 'POST' })).toEqual({ ...LEFT, headers: {} });
});

it('has nothing to send while the program is developed', () => {
  expect(ask(`${CHUNKS}/a.js`, 'br', { of: path.join(root, 'nowhere') })).toEqual({ ...LEFT, headers: {} });
});
