import { ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import { NextRequest } from 'next/server';
import { afterEach, expect, it } from 'vitest';
import { Printing } from '@/lib/server/document/printing';
import { writeSessionCookie } from '@/lib/server/gate/session-cookie';
import { errorText } from '@/lib/text/errors';
import { actorOf, sessionOf } from '@/scripts/test/actors';
import { asAction } from '@/scripts/test/as-action';
import { testDatabase } from '@/scripts/test/database';
import { GET } from './route';

const { owner } = testDatabase();
afterEach(() => {
  globalThis.yosanPrinting?.stop();
  globalThis.yosanPrinting = undefined;
});

async function get(format: string, query = ''): Promise<Response> {
  const id = await sessionOf(owner, await actorOf(owner, 'viewer'));
  const request = new NextRequest(`http://localhost:3000/api/years/2022/document/${format}${query}`);
  const params = Promise.resolve({ year: '2022', document: 'document', format });
  return asAction(new ResponseCookies(new Headers()), async () => {
    await writeSessionCookie(id);
    return GET(request, { params });
  });
}

it('says that a document is too much', async () => {
  const limits = { milliseconds: 20_000, memoryBytes: 1024 ** 3, idleMilliseconds: 20_000 };
  globalThis.yosanPrinting = new Printing(1, limits);
  expect((await get('svg')).status).toBe(200);
  const [pid = 0] = globalThis.yosanPrinting.pids;
  // A small document would be done before its memory is looked at.
  process.kill(pid, 'SIGSTOP');
  limits.memoryBytes = 1024;
  const answer = await get('pdf');
  expect([answer.status, await answer.text()]).toEqual([500, errorText.print_too_large]);
});

it('says that too many wait', async () => {
  expect((await get('svg')).status).toBe(200);
  const [pid = 0] = globalThis.yosanPrinting?.pids ?? [];
  process.kill(pid, 'SIGSTOP');
  const asked = Array.from({ length: 11 }, (_, page) => get('svg', `?page=${page + 2}`));
  const busy = await Promise.race(asked);
  process.kill(pid, 'SIGCONT');
  expect([busy.status, await busy.text()]).toEqual([503, errorText.print_busy]);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 503).length).toBe(1);
});
