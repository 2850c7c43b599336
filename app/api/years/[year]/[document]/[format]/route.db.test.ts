import { ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import { NextRequest } from 'next/server';
import { afterEach, expect, it } from 'vitest';
import { Printing } from '@/lib/server/document/printing';
import { publishEdition } from '@/lib/server/edition/editions';
import { writeSessionCookie } from '@/lib/server/gate/session-cookie';
import { errorText } from '@/lib/text/errors';
import { actorOf, sessionOf } from '@/scripts/test/actors';
import { asAction } from '@/scripts/test/as-action';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { GET } from './route';

const { owner } = testDatabase();
afterEach(() => {
  globalThis.yosanPrinting?.stop();
  globalThis.yosanPrinting = undefined;
});

async function get(
  format: string,
  query = '',
  document = 'document',
  { method = 'GET', as = 'viewer' } = {},
): Promise<Response> {
  const id = await sessionOf(owner, await actorOf(owner, as));
  const request = new NextRequest(`http://localhost:3000/api/years/2022/${document}/${format}${query}`, { method });
  const params = Promise.resolve({ year: '2022', document, format });
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

it('hands out an edition by its number, the same bytes whatever became of the year, and else a draft', async () => {
  const admin = await actorOf(owner, 'admin');
  await publishWithoutReaders(admin);
  const input = await publishInputOf(admin, 2022);
  expect((await publishEdition.execute({ actor: admin, address: null }, input)).ok).toBe(true);
  const nameOf = ({ headers }: Response) => headers.get('content-disposition');
  const first = await get('txt', '?edition=1');
  expect([first.status, nameOf(first)]).toEqual([200, 'attachment; filename=271071_2022_d1_v1.txt']);
  await owner.query(`UPDATE fiscal_year SET title = '別の題' WHERE year = 2022`);
  const again = await get('txt', '?edition=1');
  expect(await again.text()).toBe(await first.text());
  const draft = await get('txt');
  expect(nameOf(draft)).toContain('271071_2022_d1_draft.txt');
  expect(await draft.text()).toContain('別の題');
  const zip = await get('zip', '?edition=1', 'annex', { method: 'HEAD' });
  expect([zip.status, nameOf(zip), (await zip.arrayBuffer()).byteLength]).toEqual([
    200,
    'attachment; filename=271071_2022_annex_v1.zip',
    0,
  ]);
  const page = await get('svg', '?edition=1&page=2');
  expect([page.status, page.headers.get('content-disposition')]).toEqual([200, null]);
  expect(await page.text()).toMatch(/^<svg/);
  for (const query of ['?edition=2', '?edition=', '?edition=x', '?edition=0'])
    expect((await get('txt', query)).status, query).toBe(404);
  for (const query of ['?edition=2', '?edition=1&page=3', '?edition=1&page=0'])
    expect((await get('svg', query)).status, query).toBe(404);
  for (const [document, query] of [
    ['errata', '?edition=1'],
    ['errata', ''],
    ['letter', '?edition=1'],
  ] as const)
    expect((await get('txt', query, document)).status, document).toBe(404);
});

it('shows the pages of what would be published to who may publish it, and hands out no file of it', async () => {
  const asked = ['annex', { as: 'admin' }] as const;
  const page = await get('svg', '?edition=next', ...asked);
  expect([page.status, (await page.text()).slice(0, 4)]).toEqual([200, '<svg']);
  expect((await get('svg', '?edition=next&page=9', ...asked)).status).toBe(404);
  for (const format of ['pdf', 'txt', 'zip']) expect((await get(format, '?edition=next', ...asked)).status).toBe(404);
  expect((await get('svg', '?edition=next')).status).toBe(404);
});
