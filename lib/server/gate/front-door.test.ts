import { createServer, type IncomingHttpHeaders, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteOperation, noteRequest } from '@/lib/server/current-request';
import { type Line, logError } from '@/lib/server/log';

const OWN = 'https://yosan.example';
const wording = {
  foreign_origin: '別のアドレス',
  method_unknown: '方法',
  length_required: '大きさ',
  too_large: '大きすぎ',
};
const STATUSES: Record<string, number> = { '/unread': 500, '/broken': 500, '/unknown-call': 404, '/away': 401 };
const lines: Line[] = [];
let server: Server;
let seen: { url: string; headers: IncomingHttpHeaders } | undefined;

type Answer = { status: number; text: string; headers: IncomingHttpHeaders };

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = send({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text, headers: incoming.headers }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

beforeAll(async () => {
  for (const [name, value] of Object.entries({
    DATABASE_URL: 'postgresql://x@127.0.0.1/x',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    NEXTAUTH_URL: OWN,
    TRUST_PROXY: '1',
  }))
    vi.stubEnv(name, value);
  globalThis.yosanLog = (line) => lines.push(line);
  const { openFrontDoor } = await import('./front-door');
  openFrontDoor(wording);
  server = createServer((request, response) => {
    seen = { url: request.url ?? '', headers: request.headers };
    if (request.url === '/refused') noteRequest({ status: 403, code: 'forbidden', actorId: 'somebody' });
    if (!['/unread', '/unknown-call'].includes(request.url ?? '')) noteOperation('entry.save');
    if (request.url === '/unknown-call' || request.url === '/away') logError(new Error('away'));
    const type = new URL(request.url ?? '', OWN).searchParams.get('type');
    if (type) response.setHeader('content-type', type);
    response.statusCode = STATUSES[request.url ?? ''] ?? 200;
    response.end('served');
  });
  // As Next's own: it says nothing, and keeps the connection.
  server.on('upgrade', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
  globalThis.yosanLog = undefined;
});
beforeEach(() => {
  lines.length = 0;
  seen = undefined;
});

describe('a changing request', () => {
  it.each([undefined, 'null', '', 'https://elsewhere.example', 'http://yosan.example', `${OWN}.elsewhere.example`])(
    'from the origin %s is refused before anything of ours is reached',
    async (origin) => {
      const headers = { host: 'yosan.example', ...(origin !== undefined && { origin }) };
      const answer = await ask('POST', '/years/2023', headers);
      expect(answer).toMatchObject({ status: 403, text: wording.foreign_origin });
      expect(seen).toBeUndefined();
      expect(lines).toMatchObject([
        { level: 'warn', message: 'refused', facts: { status: 403, code: 'foreign_origin' } },
      ]);
    },
  );

  it.each(['yosan.example', 'upstream:3000', 'localhost'])(
    'of our origin is served, whatever the Host: %s',
    async (host) => {
      const headers = { host, origin: OWN, 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-for': '192.0.2.1' };
      expect((await ask('POST', '/years/2023', headers)).status).toBe(200);
      expect(seen?.headers).toMatchObject({
        host: 'yosan.example',
        'x-forwarded-host': 'yosan.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '192.0.2.1',
      });
    },
  );

  it.each([
    ['too_large', { 'content-length': String(1024 * 1024 + 1) }, 413],
    ['length_required', { 'transfer-encoding': 'chunked' }, 411],
  ] as const)('is refused by its size: %s', async (code, headers, status) => {
    const answer = await ask('POST', '/', { origin: OWN, ...headers });
    expect(answer).toMatchObject({ status, text: wording[code] });
    expect(seen).toBeUndefined();
  });
});

it('keeps a connection longer than a proxy does, from the first request on', async () => {
  const { headers } = await ask('GET', '/', { connection: 'keep-alive' });
  expect(headers).toMatchObject({ connection: 'keep-alive', 'keep-alive': 'timeout=75' });
});

describe('a page', () => {
  const forged = { 'content-security-policy': "script-src 'nonce-forged'", 'x-asked-path': '/forged' };

  it('gets a policy with a nonce of its own, and is told its address', async () => {
    const policies = new Set<unknown>();
    for (let n = 0; n < 2; n += 1) {
      const answer = await ask('GET', '/years/2023?q=%E7%A6%8F&_rsc=1a', forged);
      expect(answer.headers['content-security-policy']).toMatch(
        /script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/,
      );
      expect(seen?.headers['content-security-policy']).toBe(answer.headers['content-security-policy']);
      expect(seen?.headers['x-asked-path']).toBe('/years/2023?q=%E7%A6%8F');
      policies.add(seen?.headers['content-security-policy']);
    }
    expect(policies.size).toBe(2);
  });

  it.each([
    ['/years/2023?_rsc=1a', '/years/2023'],
    ['/years/2023?_rsc=1a&q=a', '/years/2023?q=a'],
    ['/?a=1&b=2', '/?a=1&b=2'],
  ])('asked for as %s is %s', async (url, path) => {
    await ask('GET', url);
    expect(seen?.headers['x-asked-path']).toBe(path);
  });

  it.each([
    ['/api/health', {}],
    ['/_next/static/chunk.js', {}],
    ['/years/2023', { 'next-action': 'a' }],
  ])('is neither %s with %j', async (url, headers) => {
    const answer = await ask('GET', url, { ...forged, ...headers });
    expect(answer.headers['content-security-policy']).toBeUndefined();
    expect(seen?.headers).not.toHaveProperty('content-security-policy');
    expect(seen?.headers).not.toHaveProperty('x-asked-path');
  });
});

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is no way to open anything', async (method) => {
  const answer = await ask(method, '/years/2023', { origin: OWN });
  expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } });
  expect(seen).toBeUndefined();
});

it('only reads files of the program', async () => {
  const answer = await ask('POST', '/_next/static/chunks/a.js', { origin: OWN }, 'x');
  expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  expect(seen).toBeUndefined();
});

it.each([
  ['/years/%', '/nowhere'],
  ['/%E0%A4%A', '/nowhere'],
  ['/years/%00', '/nowhere'],
  ['/api/%', '/api/nowhere'],
  ['/years/2023?q=%', '/years/2023?q=%'],
  ['/years/%E4%BB%A4', '/years/%E4%BB%A4'],
])('%s is looked for at %s', async (path, place) => {
  await ask('GET', path);
  expect(seen?.url).toBe(place);
});

it('answers what asks for another protocol as any other request', async () => {
  await ask('GET', '/');
  const answer = await ask('PUT', '/years/2023', { connection: 'upgrade', upgrade: 'websocket' });
  expect(answer.status).toBe(405);
});

describe('the log', () => {
  it('says nothing of what went well', async () => {
    await ask('GET', '/years/2023?q=x');
    expect(lines).toEqual([]);
  });

  it('says who was refused what, under the number that was answered', async () => {
    const answer = await ask('GET', '/refused');
    expect(answer.status).toBe(403);
    expect(lines).toMatchObject([
      {
        level: 'warn',
        requestId: answer.headers['x-request-id'],
        facts: { operation: 'entry.save', actorId: 'somebody', status: 403, code: 'forbidden', path: '/refused' },
      },
    ]);
  });

  it('takes the number of a trusted proxy, and nothing else of it', async () => {
    expect((await ask('GET', '/', { 'x-request-id': 'abcdef0123456789' })).headers['x-request-id']).toBe(
      'abcdef0123456789',
    );
    expect((await ask('GET', '/', { 'x-request-id': 'a b\tc' })).headers['x-request-id']).toMatch(/^[0-9a-f]{12}$/);
  });

  it('leaves out what an address may hold of contents', async () => {
    await ask('GET', '/%E7%A7%98%E5%AF%86/broken?q=%E7%A7%98', { host: 'x' });
    expect(lines).toEqual([]);
    await ask('PUT', '/%E7%A7%98%E5%AF%86/x?q=secret');
    expect(JSON.stringify(lines)).not.toMatch(/%|secret/);
    expect(lines).toMatchObject([{ facts: { path: '/…/x' } }]);
  });

  it('takes no time for a long address', async () => {
    const started = process.cpuUsage();
    await ask('PUT', `/${'a'.repeat(15_000)}`);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(300);
    expect(lines).toMatchObject([{ facts: { path: `/${'a'.repeat(199)}` } }]);
  });

  it('calls a body that reached nothing of ours a malformed one, and what broke inside of ours broken', async () => {
    const action = { origin: OWN, 'next-action': 'x' };
    expect((await ask('POST', '/unread', action)).status).toBe(400);
    expect((await ask('POST', '/broken', action)).status).toBe(500);
    expect((await ask('POST', '/unknown-call', action)).status).toBe(404);
    // A sign-in that finds no database is answered as one that failed.
    expect((await ask('POST', '/away', action)).status).toBe(401);
    expect(lines.map(({ level, error }) => [level, error !== undefined])).toEqual([
      ['warn', false],
      ['error', false],
      ['warn', false],
      ['error', true],
    ]);
  });
});

it.each([
  ['application/json', 'application/json; charset=utf-8'],
  ['text/x-component', 'text/x-component; charset=utf-8'],
  ['image/svg+xml', 'image/svg+xml; charset=utf-8'],
  ['text/css; charset=UTF-8', 'text/css; charset=UTF-8'],
  ['application/pdf', 'application/pdf'],
])('names the letters of %s', async (type, named) => {
  const answer = await ask('GET', `/typed?type=${encodeURIComponent(type)}`);
  expect(answer.headers['content-type']).toBe(named);
});
