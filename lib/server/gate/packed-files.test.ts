import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packedFiles } from './packed-files';

const CHUNKS = '/_next/static/chunks';
const root = mkdtempSync(path.join(tmpdir(), 'yosan-packed-'));
const folder = path.join(root, '.next/static/chunks');
mkdirSync(folder, { recursive: true });
for (const name of ['a.js', 'a.css', 'alone.js']) writeFileSync(path.join(folder, name), 'plain');
for (const name of ['a.js', 'a.css'])
  for (const suffix of ['br', 'gz']) writeFileSync(path.join(folder, `${name}.${suffix}`), `${name} as ${suffix}`);

const sendPacked = packedFiles(root);
const sendNothing = packedFiles(path.join(root, 'nowhere'));
const server = createServer((asked, response) => {
  const send = asked.headers['x-developed'] ? sendNothing : sendPacked;
  if (!send(asked, response)) response.writeHead(203).end('left to Next');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

type Options = { method?: string; headers?: Record<string, string> };

function ask(address: string, encodings: string | undefined, { method = 'GET', headers = {} }: Options = {}) {
  const { port } = server.address() as AddressInfo;
  const accepted = encodings === undefined ? {} : { 'accept-encoding': encodings };
  return new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      request({ port, path: address, method, headers: { ...accepted, ...headers } }, (response) => {
        let body = '';
        response.on('data', (part) => {
          body += part;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    },
  );
}

it.each([
  ['a.js', 'application/javascript'],
  ['a.css', 'text/css'],
])('sends the packed %s to who reads it, to be kept for good', async (name, type) => {
  expect(await ask(`${CHUNKS}/${name}`, 'gzip, deflate, br, zstd')).toMatchObject({
    status: 200,
    body: `${name} as br`,
    headers: {
      vary: 'accept-encoding',
      'content-encoding': 'br',
      'content-type': type,
      'content-length': String(`${name} as br`.length),
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
])('takes from %s what is shortest', async (encodings, suffix) => {
  expect((await ask(`${CHUNKS}/a.js`, encodings)).body).toBe(`a.js as ${suffix}`);
});

it.each([undefined, 'identity', 'brotli', 'x-br', 'br;q=0'])('leaves to Next who reads %s', async (encodings) => {
  const { status, headers } = await ask(`${CHUNKS}/a.js`, encodings);
  expect(status).toBe(203);
  expect(headers).toMatchObject({ vary: 'accept-encoding' });
});

it.each([`${CHUNKS}/alone.js`, `${CHUNKS}/gone.js`, `${CHUNKS}/a.js?x`, `${CHUNKS}/../chunks/a.js`, '/a.js', '/'])(
  'leaves %s alone',
  async (address) => {
    const { status, headers } = await ask(address, 'br');
    expect(status).toBe(203);
    expect(headers).not.toHaveProperty('vary');
  },
);

it('says to HEAD what it would send, and answers no other method', async () => {
  const head = await ask(`${CHUNKS}/a.js`, 'br', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': String('a.js as br'.length) } });
  expect((await ask(`${CHUNKS}/a.js`, 'br', { method: 'POST' })).status).toBe(203);
});

it('has nothing to send while the program is developed', async () => {
  expect((await ask(`${CHUNKS}/a.js`, 'br', { headers: { 'x-developed': '1' } })).status).toBe(203);
});
